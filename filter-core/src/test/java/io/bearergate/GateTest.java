package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.TestRequest;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenge.HeaderField;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));

  @AutoClose private final TestIssuer issuer = TestIssuer.start(CLOCK);
  private final List<String> events = new ArrayList<>();
  private final Gate gate = Gate.open(config(), CLOCK, recording());

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void passesAnOpenPathWithoutLookingAtTheToken() {
    assertThat(gate.decide(get("/public/info").with("Authorization", "Bearer rubbish")))
        .isInstanceOf(Decision.Pass.class);
  }

  @Test
  void admitsAGoodToken() {
    Decision decision = gate.decide(get("/notes").with("Authorization", "Bearer " + token(t -> t)));

    assertThat(decision).isInstanceOf(Decision.Admit.class);
    Decision.Admit admit = (Decision.Admit) decision;
    assertThat(admit.token().principalName()).isEqualTo("alice");
    assertThat(admit.scheme()).isEqualTo(Scheme.BEARER);
    assertThat(events).containsExactly("admitted");
  }

  @Test
  void refusesARequestWithoutCredentials() {
    assertThat(status(get("/notes"))).isEqualTo(401);
    assertThat(events).containsExactly("no_credentials");
  }

  @Test
  void refusesATokenWithoutTheScopeOfTheRule() {
    assertThat(
            status(
                get("/admin")
                    .with("Authorization", "Bearer " + token(t -> t.scope("administrator")))))
        .isEqualTo(403);
    assertThat(events).containsExactly("missing_scope");
  }

  @Test
  void refusesADeniedPathWhateverTheToken() {
    assertThat(
            status(
                get("/internal").with("Authorization", "Bearer " + token(t -> t.scope("admin")))))
        .isEqualTo(403);
  }

  @Test
  void passesAnOptionalPathWithoutTokenAndRefusesABadOne() {
    assertThat(gate.decide(get("/maybe"))).isInstanceOf(Decision.Pass.class);
    assertThat(status(get("/maybe").with("Authorization", "Bearer a.b.c"))).isEqualTo(401);
  }

  @Test
  void admitsAGoodTokenOnAnOptionalPath() {
    assertThat(gate.decide(get("/maybe").with("Authorization", "Bearer " + token(t -> t))))
        .isInstanceOf(Decision.Admit.class);
  }

  @Test
  void refusesABoundTokenAsBearerAndAPlainOneAsDpop() {
    String bound = token(t -> t.claim("cnf", Map.of("jkt", "x")));

    assertThat(status(get("/notes").with("Authorization", "Bearer " + bound))).isEqualTo(401);
    assertThat(status(get("/notes").with("Authorization", "DPoP " + bound))).isEqualTo(401);
    assertThat(status(get("/notes").with("Authorization", "DPoP " + token(t -> t)))).isEqualTo(401);
    assertThat(events).containsExactly("downgraded_token", "missing_proof", "unbound_token");
  }

  @Test
  void admitsABoundTokenWithItsProofOnce() {
    TestKey holder = TestKey.generate("ES256", "holder");
    String bound = token(t -> t.boundTo(holder));
    String proof =
        TestProof.of(holder, "GET", "https://api.example.com/notes", bound, CLOCK.instant())
            .compact();
    TestRequest request = get("/notes").with("Authorization", "DPoP " + bound).with("DPoP", proof);

    assertThat(gate.decide(request))
        .isInstanceOfSatisfying(
            Decision.Admit.class, admit -> assertThat(admit.scheme()).isEqualTo(Scheme.DPOP));
    assertThat(status(request)).isEqualTo(401);
    assertThat(events).containsExactly("admitted", "proof_replayed");
  }

  @Test
  void passesAPreflight() {
    TestRequest preflight =
        new TestRequest("OPTIONS", "/notes")
            .with("Origin", "https://app.test")
            .with("Access-Control-Request-Method", "GET");

    assertThat(gate.decide(preflight)).isInstanceOf(Decision.Pass.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Origin", "Access-Control-Request-Method"})
  void refusesHalfAPreflight(String header) {
    assertThat(status(new TestRequest("OPTIONS", "/notes").with(header, "GET"))).isEqualTo(401);
  }

  @Test
  void refusesAPreflightThatNamesNothing() {
    TestRequest empty =
        new TestRequest("OPTIONS", "/notes")
            .with("Origin", "")
            .with("Access-Control-Request-Method", "");

    assertThat(status(empty)).isEqualTo(401);
  }

  @Test
  void refusesAPreflightOfAPathThatCanBeReadInTwoWays() {
    TestRequest preflight =
        new TestRequest("OPTIONS", "/public//notes")
            .with("Origin", "https://app.test")
            .with("Access-Control-Request-Method", "GET");

    assertThat(status(preflight)).isEqualTo(400);
  }

  @Test
  void exposesTheChallengeToABrowsersScript() {
    Decision.Refuse refuse =
        (Decision.Refuse) gate.decide(get("/notes").with("Origin", "https://app.test"));

    assertThat(refuse.challenge().headers())
        .extracting(HeaderField::name)
        .contains("Access-Control-Expose-Headers");
  }

  @Test
  void answers503WithoutKeys() {
    GateConfig dead =
        GateConfig.builder("http://127.0.0.1:1/", "api")
            .set(Setting.CONNECT_TIMEOUT, "100ms")
            .build();
    try (Gate cold = Gate.open(dead, CLOCK, GateListener.NONE)) {
      String token = issuer.token(t -> t.audience("api").claim("iss", "http://127.0.0.1:1/"));

      Challenge challenge =
          ((Decision.Refuse) cold.decide(get("/x").with("Authorization", "Bearer " + token)))
              .challenge();

      assertThat(challenge.status()).isEqualTo(503);
      assertThat(challenge.headers())
          .extracting(HeaderField::name)
          .contains("Retry-After")
          .doesNotContain("WWW-Authenticate");
    }
  }

  @Test
  void offersItsVerifierToCallersWithoutARequest() {
    assertThat(gate.tokenVerifier().verify(token(t -> t)).getClass().getSimpleName())
        .isEqualTo("Accepted");
  }

  private int status(TestRequest request) {
    return ((Decision.Refuse) gate.decide(request)).challenge().status();
  }

  private String token(UnaryOperator<TestToken> change) {
    return issuer.token(t -> change.apply(t.audience("api")));
  }

  private GateConfig config() {
    return GateConfig.builder(issuer.issuer(), "api")
        .rules("/public/** open\n/internal/** deny\n/maybe optional\n/admin scope admin\n/** token")
        .build();
  }

  private static TestRequest get(String path) {
    return new TestRequest("GET", path);
  }

  private GateListener recording() {
    return new GateListener() {
      @Override
      public void admitted(Duration took) {
        events.add("admitted");
      }

      @Override
      public void refused(Reason reason, Duration took) {
        events.add(reason.code());
      }
    };
  }
}
