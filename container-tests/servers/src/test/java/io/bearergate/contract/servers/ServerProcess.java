package io.bearergate.contract.servers;

import io.bearergate.contract.servers.product.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a process of its own. Thread-safe. */
final class ServerProcess implements AutoCloseable {

  private static final int LONGEST_STOP_SECONDS = 60;

  private final Process process;
  private final Path folder;

  private ServerProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Runs it.
   *
   * @param folder where it writes its logs
   * @param options for every JVM it starts
   */
  static ServerProcess start(Launch launch, Path folder, String options) {
    ProcessBuilder builder = new ProcessBuilder(launch.command());
    builder.environment().putAll(launch.environment());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_TOOL_OPTIONS", options);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("console.log").toFile());
    try {
      return new ServerProcess(builder.start(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the server cannot be run", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the JVM that serves to stop, as an init system does. */
  void terminate() {
    everyProcess().stream().filter(ServerProcess::serves).forEach(ProcessHandle::destroy);
  }

  /** The class loaders of the JVM that serves. */
  ClassLoaders classLoaders() {
    return everyProcess().stream()
        .filter(ServerProcess::serves)
        .findFirst()
        .map(ClassLoaders::of)
        .orElseThrow();
  }

  /** Whether it is a JVM, and none that only minds another. */
  private static boolean serves(ProcessHandle handle) {
    return isJvm(handle) && handle.children().noneMatch(ServerProcess::isJvm);
  }

  private static boolean isJvm(ProcessHandle handle) {
    return handle.info().command().orElse("").endsWith("/java");
  }

  private List<ProcessHandle> everyProcess() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Whether it ended by itself within a minute. */
  boolean ends() {
    try {
      return process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All that it has logged, wherever. */
  String log() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .map(ServerProcess::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // rotated away just now
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all = everyProcess();
    terminate();
    if (!ends()) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
