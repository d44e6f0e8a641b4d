package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Tokens;
import io.bearergate.benchmarks.http.server.Greeting;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Does a peer do the job? Asked before anything is measured: a server that lets a forged token
 * through is fast and worth nothing.
 */
record Answers(TestIssuer issuer, HttpClient client) {

  /**
   * Stops the run if the peer gives one wrong answer.
   *
   * @throws IllegalStateException if it does
   */
  void verify(Target target) throws IOException {
    Peer peer = target.peer();
    boolean open = peer == Peer.NO_SECURITY;
    int foreign = open ? 200 : peer.foreignTokenStatus();
    TestKey forger = TestKey.generate(issuer.key().algorithm(), issuer.key().keyId());
    expect(target, "a valid token", 200, token(token -> token));
    expect(target, "no token", open ? 200 : 401, "");
    expect(target, "a forged token", open ? 200 : 401, token(token -> token.signedWith(forger)));
    expect(
        target,
        "an expired token",
        open ? 200 : 401,
        token(token -> token.expiringAt(Instant.now().minusSeconds(3600))));
    expect(
        target,
        "a token of another issuer",
        foreign,
        token(token -> token.claim("iss", "https://other.example/")));
    expect(
        target,
        "a token for another audience",
        foreign,
        token(token -> token.audience("https://other.example")));
    expect(
        target,
        "a token without the scope",
        open ? 200 : 403,
        token(token -> token.scope("openid")));
  }

  private String token(UnaryOperator<TestToken> change) {
    return issuer.token(token -> change.apply(Tokens.everydayClaims(token, -1)));
  }

  private void expect(Target target, String what, int status, String token) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target.port() + "/"));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = send(request.build());
    boolean served = answer.body().equals(Greeting.BODY);
    if (answer.statusCode() != status || served != (status == 200)) {
      throw new IllegalStateException(
          target.peer().title() + " answers " + what + " with " + answer.statusCode());
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
