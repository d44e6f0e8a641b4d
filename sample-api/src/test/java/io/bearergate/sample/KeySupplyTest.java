package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The API's keys come from the authorization server and keep coming; or they do not. */
class KeySupplyTest {

  private static final String OUTAGE =
      "{\"path\":\"/.well-known/jwks.json\",\"status\":503,\"count\":1000}";

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private final MockAuthorizationServer server =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).withEveryFeature());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @DisplayName("RS.3 + tokens of a new key are taken without restart, those of the old one still")
  void takesNewKey() {
    try (SampleApi api = start()) {
      String before = token();
      assertThat(ask(api, before).statusCode()).isEqualTo(200);

      order("keys/rotate", "{}");
      String after = token();

      assertThat(Parsed.jwt(after).getHeader().getKeyID())
          .isNotEqualTo(Parsed.jwt(before).getHeader().getKeyID());
      assertThat(ask(api, after).statusCode()).isEqualTo(200);
      assertThat(ask(api, before).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("RS.3 − a flood of unknown keys has the API ask for the keys once at most")
  void asksOnceForFlood() {
    try (SampleApi api = start()) {
      assertThat(ask(api, token()).statusCode()).isEqualTo(200);
      long before = keyRequests();

      for (int i = 0; i < 20; i++) {
        assertThat(ask(api, withKeyId("unknown-" + i)).statusCode()).isEqualTo(401);
      }

      assertThat(keyRequests() - before).isLessThanOrEqualTo(1);
    }
  }

  @Test
  @DisplayName("RS.4 + keys at hand serve on while no new ones can be had; − others are 503")
  void servesOn() {
    try (SampleApi api = start()) {
      assertThat(ask(api, token()).statusCode()).isEqualTo(200);

      order("outage", OUTAGE);

      assertThat(ask(api, token()).statusCode()).isEqualTo(200);
      assertUnavailable(ask(api, withKeyId("unknown")));
    }
  }

  @Test
  @DisplayName("RS.4 − cold start: 503, Retry-After, no challenge")
  void answersColdStart() {
    order("outage", OUTAGE);

    try (SampleApi api = start()) {
      assertUnavailable(ask(api, token()));
    }
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  /** The notes API alone, so that nobody else asks for keys. */
  private SampleApi start() {
    return SampleApi.start(
        0, Optional.empty(), api -> WebApp.all(server.issuer(), clock).subList(0, 1));
  }

  private static HttpResponse<String> ask(SampleApi api, String token) {
    return Wire.get(api.address() + "api/whoami", "Authorization", "Bearer " + token);
  }

  private String token() {
    return Parsed.member(
        Wire.postForm(
            server.issuer() + "oauth/token",
            Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API),
            "Authorization",
            Wire.basic("m2m1", Fixtures.clientSecret("m2m1"))),
        "access_token");
  }

  /** A token as good as any, but for the key, which the server does not have. */
  private String withKeyId(String keyId) {
    RSAKey key = Fixtures.privateKeys("m2mpkj", "assertion").get(0);
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
    SignedJWT token = new SignedJWT(header, Parsed.claims(token()));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return token.serialize();
  }

  private long keyRequests() {
    return ((List<?>) Parsed.json(Wire.get(server.issuer() + "__mock/journal")).get("requests"))
        .stream()
            .map(request -> ((Map<?, ?>) request).get("path"))
            .filter("/.well-known/jwks.json"::equals)
            .count();
  }

  private void order(String lever, String order) {
    assertThat(
            Wire.post(server.issuer() + "__mock/" + lever, order, "application/json").statusCode())
        .isEqualTo(200);
  }
}
