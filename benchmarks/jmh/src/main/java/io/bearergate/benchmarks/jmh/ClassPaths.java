package io.bearergate.benchmarks.jmh;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of a run for each provider: everything, and the provider's jar.
 *
 * @param common without any provider's jar
 * @param jars of the providers
 */
record ClassPaths(String common, List<Path> jars) {

  /** This JVM's own class path, and the jars in {@code providers}. */
  static ClassPaths with(Path providers) throws IOException {
    try (Stream<Path> jars = Files.list(providers)) {
      return new ClassPaths(System.getProperty("java.class.path"), jars.toList());
    }
  }

  String of(SignatureProvider provider) {
    return provider == SignatureProvider.JDK ? common : common + File.pathSeparator + jar(provider);
  }

  private Path jar(SignatureProvider provider) {
    return jars.stream()
        .filter(jar -> jar.getFileName().toString().startsWith(provider.jar()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no jar of " + provider.label()));
  }

  /** The version in the name of the jar that begins so. */
  String version(String jar) {
    return Stream.concat(Stream.of(common.split(File.pathSeparator)).map(Path::of), jars.stream())
        .map(path -> path.getFileName().toString())
        .filter(name -> name.startsWith(jar + "-"))
        .map(name -> name.substring(jar.length() + 1, name.length() - ".jar".length()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no jar of " + jar));
  }
}
