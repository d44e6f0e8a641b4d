package io.bearergate.benchmarks.http.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs load generators on a core that no server has, if there are two. */
final class GeneratorCore {

  private static final String CORE = Runtime.getRuntime().availableProcessors() > 1 ? "1" : "0";

  private GeneratorCore() {}

  /** The lines that a command prints, once it has ended well. */
  static List<String> run(List<String> command) throws IOException {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", CORE));
    pinned.addAll(command);
    Process process = new ProcessBuilder(pinned).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.get(0) + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.get(0) + " was interrupted", e);
    }
    return output.lines().toList();
  }
}
