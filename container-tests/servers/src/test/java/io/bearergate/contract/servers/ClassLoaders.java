package io.bearergate.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many class loaders of which type live in a JVM, by its own count.
 *
 * @param byType the name of a class and the number of its instances that have loaded something
 */
record ClassLoaders(Map<String, Long> byType) {

  private static final Pattern LINE =
      Pattern.compile("0x\\p{XDigit}+ +0x\\p{XDigit}+ +0x\\p{XDigit}+ +\\d+ +\\d+ +\\d+ +(\\S+)");

  /** What the JVM makes for itself, and forgets when it likes. */
  private static final Pattern OF_THE_JVM = Pattern.compile("(jdk|sun|java)\\..*|<.*");

  /** Those of another JVM after a full collection. */
  static ClassLoaders of(ProcessHandle jvm) {
    ask(jvm, "GC.class_histogram"); // collects first
    return new ClassLoaders(
        ask(jvm, "VM.classloader_stats")
            .lines()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .filter(type -> !OF_THE_JVM.matcher(type).matches())
            .collect(Collectors.groupingBy(type -> type, Collectors.counting())));
  }

  private static String ask(ProcessHandle jvm, String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM cannot be asked", e);
    }
  }

  /** What there is more of than there was. */
  Map<String, Long> beyond(ClassLoaders before) {
    return byType.entrySet().stream()
        .map(now -> Map.entry(now.getKey(), now.getValue() - before.countOf(now.getKey())))
        .filter(more -> more.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private long countOf(String type) {
    return byType.getOrDefault(type, 0L);
  }
}
