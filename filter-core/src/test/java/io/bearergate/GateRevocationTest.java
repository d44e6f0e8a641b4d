package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.event.GateListener;
import io.bearergate.http.TestRequest;
import io.bearergate.keys.CapturedLog;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.revocation.Revocation;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import io.bearergate.token.AccessToken;
import io.bearergate.token.VerificationResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a token that is revoked")
class GateRevocationTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Instant LATER = NOW.plusSeconds(3_600);

  @AutoClose private static final TestIssuer ISSUER = TestIssuer.start(CLOCK);

  private final List<String> events = new ArrayList<>();

  @AutoClose private final Gate gate = open(Stores.inMemory(CLOCK));

  @ParameterizedTest
  @ValueSource(strings = {"/notes", "/maybe", "/admin", "/fresh"})
  void isRefusedOnEveryPathThatLooksAtTokens(String path) {
    String token = token(t -> t.claim("jti", "t1"));

    gate.revokedTokens().revoke(Revocation.ofToken(ISSUER.issuer(), "t1"), LATER);

    assertThat(status(gate, path, token)).isEqualTo(401);
    assertThat(events).containsExactly("revoked");
  }

  @ParameterizedTest
  @MethodSource
  void isRefusedWithItsUsersSessionsWhereNobodyCanNameItsOwn(String session) {
    String token = token(t -> t.claim("sub", "alice").claim("sid", session));

    gate.revokedTokens()
        .revoke(
            Revocation.ofSubjectWithoutSession(ISSUER.issuer(), "alice", NOW.plusSeconds(1)),
            LATER);

    assertThat(status(gate, "/notes", token)).isEqualTo(401);
  }

  static List<String> isRefusedWithItsUsersSessionsWhereNobodyCanNameItsOwn() {
    return List.of("", "s".repeat(1_001));
  }

  @Test
  void isRefusedThoughItWasFoundGoodBefore() {
    String token = token(t -> t.claim("sid", "s1"));
    assertThat(status(gate, "/notes", token)).isEqualTo(200);

    gate.revokedTokens().revoke(Revocation.ofSession(ISSUER.issuer(), "s1"), LATER);

    assertThat(status(gate, "/notes", token)).isEqualTo(401);
    assertThat(status(gate, "/notes", token(t -> t.claim("sid", "s2")))).isEqualTo(200);
  }

  @Test
  void isNotLookedAtOnAnOpenPath() {
    gate.revokedTokens().revoke(Revocation.ofSubject(ISSUER.issuer(), "alice", LATER), LATER);

    assertThat(status(gate, "/public", token(t -> t))).isEqualTo(200);
  }

  @Test
  void isRefusedToCallersWithoutARequestToo() {
    String token = token(t -> t.claim("jti", "t1"));
    assertThat(gate.tokenVerifier().verify(token)).isInstanceOf(VerificationResult.Accepted.class);

    gate.revokedTokens().revoke(Revocation.ofToken(ISSUER.issuer(), "t1"), LATER);

    assertThat(gate.tokenVerifier().verify(token))
        .isInstanceOfSatisfying(
            VerificationResult.Rejected.class,
            rejected -> assertThat(rejected.rejection().reason()).isEqualTo(Reason.REVOKED));
  }

  @Test
  @DisplayName("or not, nobody knows, when the store fails: 503 until it works again")
  void isUndecidedWhileTheStoreFails() {
    AtomicBoolean dead = new AtomicBoolean(true);
    try (Gate failing = open(Stores.inMemory(CLOCK).withRevokedTokens(new Failing(dead)))) {
      assertThat(status(failing, "/notes", token(t -> t))).isEqualTo(503);
      assertThat(failing.tokenVerifier().verify(token(t -> t)))
          .isInstanceOf(VerificationResult.Undecided.class);
      assertThat(events).containsExactly("revocations_unavailable");

      dead.set(false);

      assertThat(status(failing, "/notes", token(t -> t))).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("or not, nobody knows, when the store fails now and again: told once")
  void isToldOfOnceWhileTheStoreFailsNowAndAgain() {
    AtomicBoolean dead = new AtomicBoolean();
    String token = token(t -> t);
    try (CapturedLog log = new CapturedLog();
        Gate failing = open(Stores.inMemory(CLOCK).withRevokedTokens(new Failing(dead)))) {
      for (boolean state : new boolean[] {true, false, true, false, true}) {
        dead.set(state);
        assertThat(status(failing, "/notes", token)).isEqualTo(state ? 503 : 200);
      }

      assertThat(log.warnings())
          .filteredOn(line -> line.contains("RevokedTokens threw"))
          .hasSize(1);
    }
  }

  private record Failing(AtomicBoolean dead) implements RevokedTokens {
    @Override
    public void revoke(Revocation what, Instant until) {}

    @Override
    public boolean isRevoked(AccessToken token) {
      if (dead.get()) {
        throw new IllegalStateException("no such cluster");
      }
      return false;
    }
  }

  private Gate open(Stores stores) {
    GateConfig config =
        GateConfig.builder(ISSUER.issuer(), "api")
            .rules(
                "/public open\n/maybe optional\n/admin scope admin\n/fresh max-age 1m\n/** token")
            .build();
    GateListener recording =
        new GateListener() {
          @Override
          public void refused(Reason reason, Duration took) {
            events.add(reason.code());
          }
        };
    return Gate.open(config, CLOCK, recording, stores);
  }

  /** 200 for what the application would answer. */
  private static int status(Gate asked, String path, String token) {
    Decision decision =
        asked.decide(new TestRequest("GET", path).with("Authorization", "Bearer " + token));
    return decision instanceof Decision.Refuse refuse ? refuse.challenge().status() : 200;
  }

  private static String token(UnaryOperator<TestToken> change) {
    return ISSUER.token(t -> change.apply(t.audience("api")));
  }
}
