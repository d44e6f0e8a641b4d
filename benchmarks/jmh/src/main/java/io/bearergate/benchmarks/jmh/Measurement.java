package io.bearergate.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and writes it down: run by {@code bin/measure-verification}. */
final class Measurement {

  private static final int ROUNDS = 3;

  private Measurement() {}

  /**
   * Checks or measures: {@code check PROVIDER} runs each case of that provider for a moment; {@code
   * measure PROVIDERS ROOT} measures, with the providers' jars from the one folder, and writes
   * below the other; {@code bound} measures requests with bound tokens alone, and prints the table.
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    switch (arguments[0]) {
      case "check" -> check(SignatureProvider.valueOf(arguments[1]));
      case "bound" -> bound();
      default -> measure(Path.of(arguments[1]), Path.of(arguments[2]));
    }
  }

  private static void check(SignatureProvider provider) throws RunnerException {
    int cases = 0;
    for (Lane lane : Lane.ofCheck()) {
      if (lane.provider() == provider) {
        cases += Harness.check(lane).size();
      }
    }
    System.out.println(provider.label() + ": " + cases + " benchmarks run, all with right results");
  }

  private static void bound() throws RunnerException {
    ClassPaths classPaths = new ClassPaths(System.getProperty("java.class.path"), List.of());
    Results results = new Results();
    for (int round = 1; round <= ROUNDS; round++) {
      run(Lane.ofBound(), "round " + round, classPaths, results);
    }
    new RequestTable(results).boundLines().forEach(System.out::println);
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
