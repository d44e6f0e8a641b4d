package io.bearergate.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server's process: what it prints, what it uses, and its end. For one thread. */
final class ServerProcess implements AutoCloseable {

  private static final long TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux of today

  private final Process process;
  private final BufferedReader out;

  private ServerProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  static ServerProcess start(List<String> command, Path log) throws IOException {
    return new ServerProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** The number on the next line it prints. */
  int nextNumber() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("a server ended before it was up; its log is in the work folder");
    }
    return Integer.parseInt(line);
  }

  /** Heap in use after a collection: what {@code PeerServer} answers to any line. */
  int usedHeapKib() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return nextNumber();
  }

  /** Resident memory. */
  int residentKib() throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Processor time so far, its own and the kernel's for it. */
  long cpuMicros() {
    try {
      String stat = Files.readString(proc("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12]))
          * 1_000_000
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException("a server is gone", e);
    }
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
