package io.bearergate.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Where Keycloak asks the user on the telephone; this user agrees to everything. */
final class AuthenticationDevice implements AutoCloseable {

  private static final int CREATED = 201;

  private final HttpServer server;
  private final CompletableFuture<URI> answers = new CompletableFuture<>();

  private AuthenticationDevice(HttpServer server) {
    this.server = server;
  }

  static AuthenticationDevice start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    AuthenticationDevice device = new AuthenticationDevice(server);
    server.createContext("/", device::ask);
    server.start();
    return device;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Where the user's answer goes. */
  void answerAt(String uri) {
    answers.complete(URI.create(uri));
  }

  private void ask(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(CREATED, -1);
    exchange.close();
    agree(authorization);
  }

  private void agree(String authorization) {
    try {
      HttpURLConnection answer = (HttpURLConnection) answers.get().toURL().openConnection();
      answer.setRequestMethod("POST");
      answer.setRequestProperty("Authorization", authorization);
      answer.setRequestProperty("Content-Type", "application/json");
      answer.setDoOutput(true);
      answer.getOutputStream().write("{\"status\":\"SUCCEED\"}".getBytes(StandardCharsets.UTF_8));
      answer.getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an address cannot fail", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
