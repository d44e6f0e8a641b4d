package io.bearergate.benchmarks.http.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * wrk: a closed loop of a few connections, which sends as fast as answers come.
 *
 * @param connections of which each has one request under way
 */
public record Wrk(Path script, int connections) {

  private static final int MANY = 16;

  /** Unpacks the script that feeds it tokens. */
  public static Wrk in(Path directory) throws IOException {
    Path script = directory.resolve("tokens.lua");
    try (InputStream lua = Objects.requireNonNull(Wrk.class.getResourceAsStream("tokens.lua"))) {
      Files.write(script, lua.readAllBytes());
    }
    return new Wrk(script, MANY);
  }

  /** The same with one connection. */
  public Wrk withOneConnection() {
    return new Wrk(script, 1);
  }

  /**
   * Loads a server.
   *
   * @param sent how many of the tokens it has seen before
   */
  public Throughput load(int port, Tokens tokens, long sent, int seconds) throws IOException {
    List<String> answer =
        GeneratorCore.run(
            List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "10s", // no request is lost to a compilation that is waited for
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port + "/",
                "--",
                tokens.file().toString(),
                Long.toString(tokens.offset(sent))));
    return parse(
        answer.stream().filter(line -> line.startsWith("RESULT ")).findFirst().orElseThrow());
  }

  private static Throughput parse(String line) {
    long[] numbers = Stream.of(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
    return new Throughput(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }
}
