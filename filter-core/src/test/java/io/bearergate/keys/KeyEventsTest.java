package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.event.KeyHealth.State;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class KeyEventsTest {

  private static final JwksDocument ONE_UNFIT =
      new JwksDocument(List.of(), List.of("key 1 is odd"));

  private static KeyHealth health(State state) {
    return new KeyHealth("https://as.example/", state, Optional.empty(), 1, 0);
  }

  private static void fetch(KeyEvents events) {
    events.fetched(ONE_UNFIT, Duration.ofMillis(3), health(State.GOOD));
  }

  /** An outage at the start, and one that outlasts the keys. */
  private static void twoOutages(KeyEvents events) {
    events.failed("down", health(State.NO_KEYS));
    events.failed("down", health(State.NO_KEYS));
    fetch(events);
    fetch(events);
    events.failed("down", health(State.SERVING_OLD));
    events.failed("down", health(State.SERVING_OLD));
    events.tooOld(health(State.NO_KEYS));
    events.tooOld(health(State.NO_KEYS));
    events.failed("down", health(State.NO_KEYS));
    fetch(events);
  }

  @Test
  void warnsOncePerChangeOfState() {
    try (CapturedLog log = new CapturedLog()) {
      twoOutages(new KeyEvents("https://as.example/", GateListener.NONE));

      assertThat(log.warnings())
          .containsExactly(
              "Keys of https://as.example/ cannot be had: down; its tokens are answered with 503",
              "Keys of https://as.example/ cannot be had: down; older keys serve on",
              "Keys of https://as.example/ are too old to serve: its tokens are answered with 503");
      assertThat(log.lines(Level.INFO)).hasSize(2);
    }
  }

  @Test
  void tellsListenerOfEachChangeOfStateOnce() {
    List<State> states = new ArrayList<>();
    GateListener listener =
        new GateListener() {
          @Override
          public void keysChanged(KeyHealth health) {
            states.add(health.state());
          }
        };

    twoOutages(new KeyEvents("https://as.example/", listener));

    assertThat(states)
        .containsExactly(State.NO_KEYS, State.GOOD, State.SERVING_OLD, State.NO_KEYS, State.GOOD);
  }

  @Test
  void ignoresListenerThatThrowsAndSaysSoOnce() {
    GateListener broken =
        new GateListener() {
          @Override
          public void keysUnavailable(String issuer, String cause) {
            throw new IllegalStateException("listener");
          }
        };
    KeyEvents events = new KeyEvents("i", broken);

    try (CapturedLog log = new CapturedLog()) {
      events.failed("down", health(State.NO_KEYS));
      events.failed("down", health(State.NO_KEYS));

      assertThat(log.warnings()).filteredOn(line -> line.contains("GateListener")).hasSize(1);
    }
  }

  private static String jwks(int keys, String keyId) {
    TestKey[] all = new TestKey[keys];
    for (int i = 0; i < keys; i++) {
      all[i] = TestKey.generate("ES256", keyId == null ? "key-" + i : keyId);
    }
    return TestJwks.of(all);
  }

  private static List<String> warningsOf(String text) {
    try (CapturedLog log = new CapturedLog();
        KeyRig rig = new KeyRig()) {
      rig.sources.open("issuer", new KeyLocation.Text(text));
      return log.warnings();
    }
  }

  @Test
  void warnsOfKeysThatNeverVerifySinceTooManyShareAnId() {
    assertThat(warningsOf(jwks(5, "same")))
        .containsExactly(
            "Keys of issuer: more than 4 for [ES256] have the same kid or none; only the first 4 are tried");
  }

  @Test
  void warnsNotOfManyKeysWithIdsOfTheirOwn() {
    assertThat(warningsOf(jwks(5, null))).isEmpty();
    assertThat(warningsOf(jwks(4, "same"))).isEmpty();
  }
}
