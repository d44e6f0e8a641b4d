package io.bearergate.contract.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that the build made, and those they are used with. */
final class Jars {

  private Jars() {}

  /** Filter, core and libraries in one. */
  static List<Path> all() {
    return named("jars.all");
  }

  /** The plain ones with the libraries they were compiled with. */
  static List<Path> withCurrentLibraries() {
    return Stream.concat(named("jars.own").stream(), named("jars.current").stream()).toList();
  }

  /** The plain ones with the oldest libraries that a server may bring. */
  static List<Path> withOldestLibraries() {
    return Stream.concat(named("jars.own").stream(), named("jars.oldest").stream()).toList();
  }

  private static List<Path> named(String property) {
    List<Path> jars = Stream.of(System.getProperty(property, "").split(",")).map(Path::of).toList();
    jars.forEach(
        jar -> {
          if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("no " + jar + ": run mvn -Pcontainers verify");
          }
        });
    return jars;
  }
}
