package io.bearergate.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When, on what and with which versions a measurement was made. */
record Surroundings(Map<String, String> facts) {

  private static final List<String> MEASURED =
      List.of(
          "bearergate-filter-core",
          "nimbus-jose-jwt",
          "jose4j",
          "java-jwt",
          "jjwt-api",
          "caffeine",
          "AmazonCorrettoCryptoProvider",
          "conscrypt-openjdk-uber",
          "jmh-core");

  static Surroundings of(ClassPaths classPaths) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put("processor", processor());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
    MEASURED.forEach(jar -> facts.put(jar, classPaths.version(jar)));
    return new Surroundings(facts);
  }

  private static String processor() throws IOException {
    Path known = Path.of("/proc/cpuinfo");
    if (!Files.exists(known)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(known)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    }
  }

  /** In one line of Markdown. */
  String text() {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining(", "));
  }
}
