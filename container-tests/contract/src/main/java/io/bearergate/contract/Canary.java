package io.bearergate.contract;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that nobody must ever ask, and that counts who does. */
final class Canary implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger visits = new AtomicInteger();

  private Canary(HttpServer server) {
    this.server = server;
  }

  static Canary start() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Canary canary = new Canary(HttpServer.create(anyPort, 0));
      canary.server.createContext(
          "/",
          exchange -> {
            canary.visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          });
      canary.server.start();
      return canary;
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the canary", e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
