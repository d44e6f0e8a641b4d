package io.bearergate.contract.servers.product;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What runs a server in the foreground.
 *
 * @param environment beside that of the tests
 */
public record Launch(List<String> command, Map<String, String> environment) {

  /** A script of the server's, by the shell: unpacked files may not be executable. */
  static Launch script(Path script, Map<String, String> environment, String... arguments) {
    return new Launch(
        Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments)).toList(),
        environment);
  }

  /** The JVM of the tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
