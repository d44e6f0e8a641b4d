package io.bearergate.clusters;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** Debian's Redis, on a free port of the loopback, that can be killed, stopped and begun again. */
final class RedisServer implements AutoCloseable {

  private final Path folder;
  private final int port;
  private Process process;

  RedisServer(Path folder) {
    this.folder = folder;
    this.port = freePort();
    this.process = begin();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "redis://127.0.0.1:" + port;
  }

  private Process begin() {
    try {
      Process begun =
          new ProcessBuilder(
                  "redis-server",
                  "--bind",
                  "127.0.0.1",
                  "--port",
                  Integer.toString(port),
                  "--save",
                  "",
                  "--appendonly",
                  "no",
                  "--maxmemory-policy",
                  "noeviction",
                  "--dir",
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("redis.log").toFile())
              .start();
      await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::isListening);
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException("redis-server is missing: apt-get install redis-server", e);
    }
  }

  private boolean isListening() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    }
  }

  /** Empty, on the same port. */
  void beginAgain() {
    process = begin();
  }

  /** Dies without a word. */
  void kill() {
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
  }

  /** Takes connections and says nothing more. */
  void hang() {
    signal("-STOP");
  }

  void goOn() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
