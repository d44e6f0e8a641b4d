package io.bearergate.benchmark.http;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole measurement; run by {@code bin/measure-http}. */
final class MeasureHttp {

  private MeasureHttp() {}

  /**
   * Measures and reports.
   *
   * @param arguments a folder to work in, the page to write to, and any of {@code --short}
   */
  public static void main(String[] arguments) throws Exception {
    boolean isShort = List.of(arguments).contains("--short");
    Path directory = Path.of(arguments[0]);
    Run run = new Run(isShort ? Plan.SHORT : Plan.FULL, directory);
    Map<Experiment, List<Measured>> results = new LinkedHashMap<>();
    for (Experiment each :
        List.of(Experiment.REPEATED, Experiment.NEVER_SEEN, Experiment.NEVER_SEEN_ES256)) {
      results.put(each, run.of(isShort ? each.among(Peer.WITH_JDK) : each));
    }
    results.forEach(
        (experiment, measured) ->
            measured.forEach(
                each ->
                    System.out.println(
                        experiment.name()
                            + " "
                            + each.peer()
                            + " "
                            + each.perSecond()
                            + " "
                            + each.cpuMicros()
                            + each.latencies()
                            + each.memory())));
  }
}
