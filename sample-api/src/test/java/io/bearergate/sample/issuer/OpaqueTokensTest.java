package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.Gate;
import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.VerificationResult;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate that asks this server about its tokens (RFC 7662, RFC 9701). */
class OpaqueTokensTest extends IssuerTest {

  @ParameterizedTest
  @DisplayName("RFC 7662, RFC 9701 + a client's own opaque token, by its secret")
  @ValueSource(strings = {"json", "jwt"})
  void admitsOpaqueTokens(String answers) {
    try (Gate gate = gate(b -> b.set(Setting.INTROSPECTION_ANSWERS, answers))) {
      assertThat(verified(gate, opaque("access_token")))
          .isInstanceOfSatisfying(
              Accepted.class,
              good -> {
                assertThat(good.token().principalName())
                    .isEqualTo("auth0|65a1f0c2e4b0a1d2c3e4f501");
                assertThat(good.token().clientId()).contains("web1");
              });
    }
  }

  @Test
  @DisplayName("RFC 7662 − a revoked token, nonsense, and a refresh token, active as it is")
  void refusesOtherTokens() {
    try (Gate gate = gate(b -> b)) {
      String token = opaque("access_token");
      assertThat(verified(gate, token)).isInstanceOf(Accepted.class);
      new OfflineWeb(server.issuer()).post("oauth/revoke", Map.of("token", token));

      assertThat(reason(gate, token)).isEqualTo(Reason.INACTIVE_TOKEN);
      assertThat(reason(gate, "nonsense")).isEqualTo(Reason.INACTIVE_TOKEN);
      assertThat(reason(gate, opaque("refresh_token"))).isEqualTo(Reason.NOT_AN_ACCESS_TOKEN);
    }
  }

  @Test
  @DisplayName("RFC 7523 + the API proves itself by its key; − by another it gets no answer")
  void provesItselfByItsKey() {
    String jwt =
        Parsed.member(
            token(
                Assertions.request(
                    Assertions.signed(
                        Assertions.claims("m2mpkj", server.issuer(), clock.instant()).build(),
                        Assertions.key("m2mpkj")))),
            "access_token");

    try (Gate good = pkj("m2mpkj");
        Gate bad = pkj("webpkj")) {
      assertThat(verified(good, jwt)).isInstanceOf(Accepted.class);
      assertThat(verified(bad, jwt)).isInstanceOf(VerificationResult.Undecided.class);
    }
  }

  /** As the client that may ask, with the key of whomever. */
  private static Gate pkj(String owner) {
    return open(
        GateConfig.builder(server.issuer(), "unchecked")
            .set(Setting.INTROSPECTION, "all")
            .set(Setting.INTROSPECTION_CLIENT_ID, "m2mpkj")
            .set(
                Setting.INTROSPECTION_CLIENT_KEY,
                "{\"keys\":[" + Assertions.key(owner).toJSONString() + "]}"));
  }

  private static Gate gate(UnaryOperator<GateConfigBuilder> change) {
    return open(
        change.apply(
            GateConfig.builder(server.issuer(), "unchecked")
                .set(Setting.INTROSPECTION_CLIENT_ID, "web1")
                .set(Setting.INTROSPECTION_CLIENT_SECRET, Fixtures.clientSecret("web1"))));
  }

  private static Gate open(GateConfigBuilder settings) {
    return Gate.open(
        settings
            .set(Setting.INTROSPECTION_URI, server.issuer() + "oauth/introspect")
            .set(Setting.STARTUP, "wait")
            .build(),
        clock,
        GateListener.NONE);
  }

  private static VerificationResult verified(Gate gate, String token) {
    return gate.tokenVerifier().verify(token);
  }

  private static Reason reason(Gate gate, String token) {
    return ((Rejected) verified(gate, token)).rejection().reason();
  }

  /** A token of a sign-in for no API. */
  private String opaque(String member) {
    Map<String, String> login = Requests.without(OfflineWeb.authorization(), "audience");
    return Parsed.member(
        new OfflineWeb(server.issuer()).redeem(browser().codeFor(login, "alice")), member);
  }
}
