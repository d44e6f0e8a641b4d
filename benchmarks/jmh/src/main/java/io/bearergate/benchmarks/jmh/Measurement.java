package io.bearergate.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and writes it down: run by {@code bin/measure-verification}. */
final class Measurement {

  private static final int ROUNDS = 3;
  private static final Logger BEARERGATE = Logger.getLogger("io.bearergate");

  private Measurement() {}

  /**
   * Checks or measures: {@code check PROVIDER} runs each case of that provider for a moment; {@code
   * measure PROVIDERS ROOT} measures, with the providers' jars from the one folder, and writes
   * below the other.
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    if (arguments[0].equals("check")) {
      check(SignatureProvider.valueOf(arguments[1]));
    } else {
      measure(Path.of(arguments[1]), Path.of(arguments[2]));
    }
  }

  private static void check(SignatureProvider provider) throws RunnerException {
    BEARERGATE.setLevel(Level.WARNING); // each of many gates would tell its settings
    int cases = 0;
    for (Lane lane : Lane.ofCheck()) {
      if (lane.provider() == provider) {
        cases += Harness.check(lane).size();
      }
    }
    System.out.println(provider.label() + ": " + cases + " benchmarks run, all with right results");
  }

  private static void measure(Path providers, Path root) throws IOException, RunnerException {
    ClassPaths classPaths = ClassPaths.with(providers);
    Results results = new Results();
    for (int round = 1; round <= ROUNDS; round++) {
      run(Lane.ofRounds(), "round " + round, classPaths, results);
    }
    run(Lane.ofCurves(), "curves", classPaths, results);
    new Report(results, Surroundings.of(classPaths)).write(root);
  }

  private static void run(List<Lane> lanes, String what, ClassPaths classPaths, Results results)
      throws RunnerException {
    for (Lane lane : lanes) {
      System.out.println(what + ": " + lane);
      results.add(Harness.measure(lane, classPaths.of(lane.provider())));
    }
  }
}
