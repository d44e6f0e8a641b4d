package io.bearergate.benchmarks.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When, on what and with which versions it was measured. */
record Surroundings(Map<String, String> facts) {

  private static final Pattern VERSIONED_JAR = Pattern.compile("([a-zA-Z0-9-]+?)-([0-9].*)\\.jar");
  private static final List<String> JARS =
      List.of(
          "jetty-server",
          "spring-security-web",
          "spring-core",
          "pac4j-jwt",
          "nimbus-jose-jwt",
          "caffeine",
          "AmazonCorrettoCryptoProvider");

  static Surroundings now() throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put("processor", processor());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put(
        "load average at the start", Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
    jars().forEach(facts::put);
    facts.put("wrk", firstLine("wrk", "-v").replaceFirst("wrk (\\S+).*", "$1"));
    facts.put("HAProxy", firstLine("haproxy", "-v").replaceFirst("HAProxy version (\\S+).*", "$1"));
    return new Surroundings(facts);
  }

  private static Map<String, String> jars() {
    Map<String, String> versions = new LinkedHashMap<>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(jar -> VERSIONED_JAR.matcher(Path.of(jar).getFileName().toString()))
        .filter(Matcher::matches)
        .filter(jar -> JARS.contains(jar.group(1)))
        .forEach(jar -> versions.put(jar.group(1), jar.group(2)));
    return versions;
  }

  private static String processor() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    }
  }

  private static String firstLine(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var lines = process.inputReader()) {
      return lines.lines().findFirst().orElse("unknown");
    }
  }

  /** In one line of Markdown. */
  String text() {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining(", "));
  }
}
