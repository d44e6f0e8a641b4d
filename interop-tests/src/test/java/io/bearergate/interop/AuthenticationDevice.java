package io.bearergate.interop;

import com.nimbusds.oauth2.sdk.util.URLUtils;
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
import java.util.concurrent.TimeUnit;

/**
 * What Keycloak calls back: the telephone of a user who agrees to everything, and the client that
 * is told of logouts.
 */
final class AuthenticationDevice implements AutoCloseable {

  private static final int CREATED = 201;
  private static final int PATIENCE_SECONDS = 60;

  private final HttpServer server;
  private final CompletableFuture<URI> answers = new CompletableFuture<>();
  private final CompletableFuture<String> logoutTokens = new CompletableFuture<>();

  private AuthenticationDevice(HttpServer server) {
    this.server = server;
  }

  static AuthenticationDevice start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    AuthenticationDevice device = new AuthenticationDevice(server);
    server.createContext("/ask", device::ask);
    server.createContext("/logout", device::loggedOut);
    server.start();
    return device;
  }

  URI uri() {
    return at("/ask");
  }

  URI logoutListener() {
    return at("/logout");
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The logout token that was sent here (OpenID Connect Back-Channel Logout). */
  String logoutToken() {
    return logoutTokens.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private void loggedOut(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, -1);
    exchange.close();
    logoutTokens.complete(URLUtils.parseParameters(form).get("logout_token").get(0));
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
