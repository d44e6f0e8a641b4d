package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.event.KeyHealth.State;
import io.bearergate.http.TestRequest;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gate does while its issuer, or the wall clock, does not do what it should. */
class GateKeysTest {

  private static final Duration DAYS = Duration.ofDays(2); // longer than old keys serve

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
  private final InstantSource clock = now::get;
  private final List<State> states = new CopyOnWriteArrayList<>();
  private final GateListener listener =
      new GateListener() {
        @Override
        public void keysChanged(KeyHealth health) {
          states.add(health.state());
        }
      };
  @AutoClose private final TestIssuer issuer = TestIssuer.start(clock);

  private GateConfigBuilder config() {
    return GateConfig.builder(issuer.issuer(), "api").rules("/public/** open\n/** token");
  }

  private Gate open(GateConfigBuilder config) {
    return Gate.open(config.set(Setting.JWKS_COOLDOWN, "1s").build(), clock, listener);
  }

  private Gate warm() {
    return open(config().set(Setting.STARTUP, "wait"));
  }

  /** Nobody listens on port 1. */
  private GateConfigBuilder dead() {
    return config()
        .set(Setting.JWKS_URI, "http://127.0.0.1:1/jwks")
        .set(Setting.STARTUP_TIMEOUT, "100ms");
  }

  private static int status(Gate gate, String path, String token) {
    TestRequest request = new TestRequest("GET", path).with("Authorization", "Bearer " + token);
    return gate.decide(request) instanceof Decision.Refuse refuse
        ? refuse.challenge().status()
        : 200;
  }

  private String token() {
    return issuer.token(t -> t.audience("api"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void losesNoGoodKeyWhenTheWallClockJumps(int direction) {
    try (Gate gate = warm()) {
      assertThat(status(gate, "/x", token())).isEqualTo(200);
      int fetches = issuer.jwksFetches();

      now.updateAndGet(from -> from.plus(DAYS.multipliedBy(direction)));

      assertThat(status(gate, "/x", token())).isEqualTo(200);
      assertThat(issuer.jwksFetches()).isEqualTo(fetches);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void keepsNoRemovedKeyWhenTheWallClockJumps(int direction) {
    try (Gate gate = warm()) {
      TestKey removed = issuer.key();
      now.updateAndGet(from -> from.plus(DAYS.multipliedBy(direction)));
      TestKey added = issuer.add(TestKey.generate("ES256", "key-2"));
      issuer.remove(removed);
      assertThat(status(gate, "/x", issuer.token(t -> t.audience("api").signedWith(added))))
          .isEqualTo(200);

      String old = issuer.token(t -> t.audience("api").signedWith(removed));

      assertThat(status(gate, "/x", old)).isEqualTo(401);
    }
  }

  @Test
  void startsWithADeadIssuerAndServesOpenPaths() {
    try (Gate gate = open(dead())) {
      assertThat(status(gate, "/public/x", "")).isEqualTo(200);
      assertThat(status(gate, "/x", token())).isEqualTo(503);
    }
  }

  @Test
  void startsWithADeadIssuerOnceItHasWaitedForIt() {
    try (Gate gate = open(dead().set(Setting.STARTUP, "wait"))) {
      assertThat(states).containsExactly(State.NO_KEYS);
      assertThat(status(gate, "/x", token())).isEqualTo(503);
    }
  }

  @Test
  void startsNotWithADeadIssuerWhereItMustNot() {
    assertThatIllegalStateException()
        .isThrownBy(() -> open(dead().set(Setting.STARTUP, "fail")))
        .withMessageContaining("startup=fail");

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("bearergate-"));
  }

  @Test
  void tellsHowItsKeysAre() {
    try (Gate gate = warm()) {
      KeyHealth health = gate.keyHealth().get(0);

      assertThat(health.issuer()).isEqualTo(issuer.issuer());
      assertThat(health.state()).isEqualTo(State.GOOD);
      assertThat(health.keys()).isEqualTo(1);
      assertThat(health.age()).isPresent();
      assertThat(health.failures()).isZero();
      await().untilAsserted(() -> assertThat(states).containsExactly(State.GOOD)); // told after
    }
  }
}
