package io.bearergate;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.bearergate.rejection.Rejection.Reason.ALGORITHM_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.CLIENT_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.TYPE_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import io.bearergate.token.VerificationResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several issuers of one API, each with its own audience, keys and rules, over real HTTP. */
class GateIssuersTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
  private static final String EXTERNAL = "https://id.example.com/realms/shop";

  @AutoClose private static final TestIssuer old = TestIssuer.start(CLOCK);
  @AutoClose private static final TestIssuer fresh = TestIssuer.start(CLOCK);
  @AutoClose private static final TestIssuer stranger = TestIssuer.start(CLOCK);

  /** The old issuer by the plain settings, the new one by a block. */
  private GateConfigBuilder both() {
    return GateConfig.builder(old.issuer(), "old-api")
        .set(Setting.STARTUP, "wait")
        .set("fresh", Setting.ISSUER, fresh.issuer())
        .set("fresh", Setting.AUDIENCE, "new-api");
  }

  @Test
  void admitsTokensOfTheOldAndTheNewIssuerEachForItsAudience() {
    try (Gate gate = open(both())) {
      assertThat(reason(gate, token(old, "old-api", t -> t))).isEmpty();
      assertThat(reason(gate, token(fresh, "new-api", t -> t))).isEmpty();
    }
  }

  @Test
  void refusesATokenForTheOtherIssuersAudience() {
    try (Gate gate = open(both())) {
      assertThat(reason(gate, token(old, "new-api", t -> t))).contains(WRONG_AUDIENCE);
      assertThat(reason(gate, token(fresh, "old-api", t -> t))).contains(WRONG_AUDIENCE);
    }
  }

  @Test
  void refusesATokenOfOneIssuerSignedByTheOther() {
    try (Gate gate = open(both())) {
      assertThat(reason(gate, token(old, "old-api", t -> t.signedWith(fresh.key()))))
          .contains(BAD_SIGNATURE);
      assertThat(reason(gate, token(fresh, "new-api", t -> t.signedWith(old.key()))))
          .contains(BAD_SIGNATURE);
    }
  }

  @Test
  void asksTheTokensOfEachIssuerWhatItsOwnSettingsSay() {
    GateConfigBuilder config =
        both().set("fresh", Setting.ALGORITHMS, "ES256").set(Setting.CLIENTS, "app");
    try (Gate gate = open(config)) {
      assertThat(reason(gate, token(fresh, "new-api", t -> t))).contains(ALGORITHM_NOT_ALLOWED);
      assertThat(reason(gate, token(old, "old-api", t -> t.claim("azp", "other"))))
          .contains(CLIENT_NOT_ALLOWED);
    }
  }

  @Test
  void holdsAStrictTypeAgainstTheTokensOfOneIssuerOnly() {
    try (Gate gate = open(both().set("fresh", Setting.TYP, "strict"))) {
      assertThat(reason(gate, token(fresh, "new-api", t -> t))).contains(TYPE_NOT_ALLOWED);
      assertThat(reason(gate, token(old, "old-api", t -> t))).isEmpty();
    }
  }

  @Test
  void readsEachIssuersRolesFromItsOwnClaim() {
    Map<String, Object> realm = Map.of("roles", List.of("admin"));
    try (Gate gate = open(both().set("fresh", Setting.ROLE_CLAIM, "realm_access.roles"))) {
      assertThat(roles(gate, token(fresh, "new-api", t -> t.claim("realm_access", realm))))
          .containsExactly("admin");
      assertThat(roles(gate, token(old, "old-api", t -> t.claim("realm_access", realm)))).isEmpty();
    }
  }

  @Test
  void asksNothingOfAnIssuerThatIsNotListed() {
    try (Gate gate = open(both())) {
      assertThat(reason(gate, token(stranger, "old-api", t -> t))).contains(WRONG_ISSUER);
      assertThat(stranger.jwksFetches()).isZero();
    }
  }

  @Test
  void judgesTheOneIssuersTokensWhileTheOtherIsDown() {
    String dead = "http://127.0.0.1:1/"; // nobody listens there
    GateConfigBuilder config =
        both()
            .set("dead", Setting.ISSUER, dead)
            .set("dead", Setting.AUDIENCE, "api")
            .set(Setting.STARTUP_TIMEOUT, "1s");
    try (Gate gate = open(config)) {
      assertThat(reason(gate, token(old, "old-api", t -> t))).isEmpty();
      assertThat(gate.tokenVerifier().verify(token(old, "api", t -> t.claim("iss", dead))))
          .isInstanceOf(VerificationResult.Undecided.class);
    }
  }

  @Test
  void findsTheKeysOfAnIssuerAtItsInternalAddress() {
    try (Internal internal = Internal.naming(EXTERNAL, old);
        Gate gate = open(external().set(Setting.METADATA_URI, internal.metadata()))) {
      assertThat(reason(gate, token(old, "old-api", t -> t.claim("iss", EXTERNAL)))).isEmpty();
    }
  }

  @Test
  void findsTheKeysAtAnAddressOfTheirOwn() {
    try (Gate gate = open(external().set(Setting.JWKS_URI, old.jwksUri().toString()))) {
      assertThat(reason(gate, token(old, "old-api", t -> t.claim("iss", EXTERNAL)))).isEmpty();
      assertThat(reason(gate, token(old, "old-api", t -> t))).contains(WRONG_ISSUER);
    }
  }

  @Test
  void takesNoKeysFromMetadataThatNamesTheInternalAddressAsIssuer() {
    int fetches = old.jwksFetches();
    try (Internal internal = Internal.naming("http://keycloak:8080/realms/shop", old);
        Gate gate = open(external().set(Setting.METADATA_URI, internal.metadata()))) {
      assertThat(gate.tokenVerifier().verify(token(old, "old-api", t -> t.claim("iss", EXTERNAL))))
          .isInstanceOf(VerificationResult.Undecided.class);
      assertThat(old.jwksFetches()).isEqualTo(fetches);
    }
  }

  private static GateConfigBuilder external() {
    return GateConfig.builder(EXTERNAL, "old-api")
        .set(Setting.STARTUP, "wait")
        .set(Setting.STARTUP_TIMEOUT, "1s");
  }

  private static Gate open(GateConfigBuilder config) {
    return Gate.open(config.build(), CLOCK, GateListener.NONE);
  }

  private static String token(TestIssuer from, String audience, UnaryOperator<TestToken> change) {
    return from.token(t -> change.apply(t.audience(audience)));
  }

  private static Optional<Reason> reason(Gate gate, String token) {
    VerificationResult result = gate.tokenVerifier().verify(token);
    assertThat(result).isNotInstanceOf(VerificationResult.Undecided.class);
    return result instanceof VerificationResult.Rejected rejected
        ? Optional.of(rejected.rejection().reason())
        : Optional.empty();
  }

  private static Set<String> roles(Gate gate, String token) {
    return ((VerificationResult.Accepted) gate.tokenVerifier().verify(token)).token().roles();
  }

  /** Metadata of an issuer at another address than its own. */
  private record Internal(WireMockServer server) implements AutoCloseable {

    static Internal naming(String issuer, TestIssuer keys) {
      WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
      server.start();
      server.stubFor(
          get("/metadata")
              .willReturn(
                  okJson(
                      "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}"
                          .formatted(issuer, keys.jwksUri()))));
      return new Internal(server);
    }

    String metadata() {
      return server.baseUrl().replace("localhost", "127.0.0.1") + "/metadata";
    }

    @Override
    public void close() {
      server.stop();
    }
  }
}
