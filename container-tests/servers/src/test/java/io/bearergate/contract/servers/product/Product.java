package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server that people run. */
public interface Product {

  /** Name and version. */
  String title();

  /** The page of {@code docs/} that says what to paste. */
  String page();

  /**
   * Lays out an instance that listens on 127.0.0.1 alone and runs these applications.
   *
   * @param folder of the instance's own; empty
   * @param wars one for each context path, which is the file's name; {@code ROOT.war} has none
   * @return what runs it in the foreground
   */
  Launch install(Path folder, int port, List<Path> wars) throws IOException;

  /**
   * The folder of an instance where the server looks for applications while it runs.
   *
   * @throws UnsupportedOperationException if there is none
   */
  default Path watched(Path folder) {
    throw new UnsupportedOperationException(title() + " looks nowhere while it runs");
  }

  /** Whether the server turns this header line into a good one before any filter sees it. */
  default boolean mends(String header) {
    return false;
  }

  /** Where the build has unpacked it. */
  static Path home(String name) {
    Path parent = Path.of(System.getProperty("servers.homes", "target/homes")).resolve(name);
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(entry -> !entry.endsWith("META-INF")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("no server: run with -Pcontainers", e);
    }
  }

  /** A name with the version that the build uses. */
  static String titled(String name, String property) {
    return name + " " + System.getProperty(property, "");
  }
}
