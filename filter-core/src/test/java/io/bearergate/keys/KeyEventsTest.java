package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class KeyEventsTest {

  private static final JwksDocument ONE_UNFIT =
      new JwksDocument(List.of(), List.of("key 1 is odd"));

  @Test
  void warnsOncePerChangeOfState() {
    KeyEvents events = new KeyEvents("https://as.example/", GateListener.NONE);

    try (CapturedLog log = new CapturedLog()) {
      events.failed("down", false);
      events.failed("down", false);
      events.fetched(ONE_UNFIT, Duration.ofMillis(3));
      events.fetched(ONE_UNFIT, Duration.ofMillis(3));
      events.failed("down", true);
      events.failed("down", true);
      events.tooOld();
      events.tooOld();
      events.failed("down", false);
      events.fetched(ONE_UNFIT, Duration.ofMillis(3));

      assertThat(log.warnings())
          .containsExactly(
              "Keys of https://as.example/ cannot be had: down; its tokens are answered with 503",
              "Keys of https://as.example/ cannot be had: down; older keys serve on",
              "Keys of https://as.example/ are too old to serve: its tokens are answered with 503");
      assertThat(log.lines(Level.INFO)).hasSize(2);
    }
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
      events.failed("down", false);
      events.failed("down", false);

      assertThat(log.warnings()).filteredOn(line -> line.contains("GateListener")).hasSize(1);
    }
  }
}
