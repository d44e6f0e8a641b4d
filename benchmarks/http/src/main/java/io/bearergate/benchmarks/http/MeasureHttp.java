package io.bearergate.benchmarks.http;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.nio.file.Files;
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
   * @param arguments a folder to work in, the repository's root, and perhaps {@code --short} or
   *     {@code --start}
   */
  public static void main(String[] arguments) throws IOException {
    AmazonCorrettoCryptoProvider
        .install(); // signs hundreds of thousands of tokens, and measures nothing
    Path directory = Path.of(arguments[0]);
    Path root = Path.of(arguments[1]);
    switch (arguments.length > 2 ? arguments[2] : "") {
      case "--short" -> runShort(directory);
      case "--start" -> runStart(directory);
      default -> runAll(directory, root);
    }
  }

  /** Cold starts alone, printed and not written. */
  private static void runStart(Path directory) throws IOException {
    Surroundings surroundings = Surroundings.now();
    Findings found = new Findings(Map.of(), coldStarts(directory), surroundings);
    System.out.println(String.join("\n", new Page(found).coldStarts()));
  }

  private static Map<String, Series> coldStarts(Path directory) throws IOException {
    return new ColdStart(Plan.FULL.coldStarts(), ColdStart.ALL, directory).measured();
  }

  /** Everything once, for the answers alone. */
  private static void runShort(Path directory) throws IOException {
    new Run(Plan.SHORT, directory).of(Experiment.NEVER_SEEN.among(Peer.WITH_JDK));
    new ColdStart(Plan.SHORT.coldStarts(), ColdStart.FEW, directory).measured();
    System.out.println("Every server answers as it must, under load too.");
  }

  private static void runAll(Path directory, Path root) throws IOException {
    Surroundings surroundings = Surroundings.now();
    Map<String, Series> starts = coldStarts(directory);
    Map<Experiment, List<Measured>> experiments = new LinkedHashMap<>();
    for (Experiment each :
        List.of(Experiment.REPEATED, Experiment.NEVER_SEEN, Experiment.NEVER_SEEN_ES256)) {
      experiments.put(each, new Run(Plan.FULL, directory).of(each));
    }
    Findings findings = new Findings(experiments, starts, surroundings);
    Path results = Files.createDirectories(root.resolve("benchmarks/results"));
    Files.writeString(results.resolve("http.json"), new ResultFile(findings).text());
    String text = new Page(findings).text();
    new MarkedSection("http").replace(root.resolve("docs/performance.md"), text);
    System.out.println(text);
  }
}
