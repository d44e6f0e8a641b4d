package io.bearergate.benchmarks.http.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The load generator that keeps to its schedule however slow the answers are (an open loop): a
 * process of its own. Each request is due at a fixed time, and its latency counts from then, so a
 * server that stalls is charged for all that had to wait.
 */
public final class OpenLoop {

  private static final int CONNECTIONS = 32;

  private OpenLoop() {}

  /** Loads a server from a process of its own, after a warm-up that does not count. */
  public static Latency load(int port, Tokens tokens, long sent, Rate rate) throws IOException {
    List<String> answer =
        GeneratorCore.run(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                OpenLoop.class.getName(),
                Integer.toString(port),
                tokens.file().toString(),
                Long.toString(tokens.offset(sent)),
                Integer.toString(rate.perSecond()),
                Integer.toString(rate.seconds()),
                Integer.toString(rate.warmUpSeconds())));
    return Latency.parse(
        answer.stream().filter(line -> line.startsWith("RESULT ")).findFirst().orElseThrow());
  }

  /**
   * Sends and prints what it came to.
   *
   * @param arguments port, file of tokens, offset in it, requests per second, seconds, of warm-up
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    Rate rate =
        new Rate(
            Integer.parseInt(arguments[3]),
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]));
    try (TokenLines tokens = TokenLines.open(Path.of(arguments[1]), Long.parseLong(arguments[2]))) {
      Schedule schedule = new Schedule(rate, tokens);
      List<Thread> connections = new ArrayList<>();
      for (int each = 0; each < CONNECTIONS; each++) {
        Thread connection = new Thread(() -> schedule.work(port), "connection-" + each);
        connection.start();
        connections.add(connection);
      }
      for (Thread connection : connections) {
        connection.join();
      }
      long[] all = schedule.latencies();
      long[] counted = Arrays.copyOfRange(all, all.length - rate.counted(), all.length);
      System.out.println(Latency.of(counted).line());
    }
  }
}
