package io.bearergate.sample.issuer;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A mock authorization server for a test class, on a port of its own and at a time of its own. */
abstract class IssuerTest {

  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  static VirtualClock clock;
  static MockAuthorizationServer server;

  @BeforeAll
  static void startServer() {
    clock = VirtualClock.standingAt(START);
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  UserAgent browser() {
    return new UserAgent(server.issuer());
  }

  HttpResponse<String> token(Map<String, String> form, String... headers) {
    return Wire.postForm(server.issuer() + "oauth/token", form, headers);
  }

  HttpResponse<String> redeemAsWeb(String code) {
    return tokenAsWeb(Requests.redemption(code, Requests.WEB_CALLBACK));
  }

  HttpResponse<String> tokenAsWeb(Map<String, String> form) {
    return token(form, "Authorization", Wire.basic("web1", Fixtures.clientSecret("web1")));
  }

  HttpResponse<String> push(Map<String, String> form, String... headers) {
    return Wire.postForm(server.issuer() + "oauth/par", form, headers);
  }

  HttpResponse<String> pushAsWeb(Map<String, String> form) {
    return push(form, "Authorization", Wire.basic("web1", Fixtures.clientSecret("web1")));
  }

  /** What the browser is to carry after {@code clientId} has pushed its request. */
  static Map<String, String> reference(String clientId, HttpResponse<String> pushed) {
    return Map.of("client_id", clientId, "request_uri", Parsed.member(pushed, "request_uri"));
  }

  HttpResponse<String> redeemAsSpa(Map<String, String> form) {
    return token(Requests.with(form, "client_id", "spa1"));
  }
}
