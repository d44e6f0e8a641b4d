package io.bearergate.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bearergate.event.KeyHealth.State;
import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {

  @Test
  void passesEveryEventOn() {
    List<String> seen = new ArrayList<>();
    GateListener guarded = GateListener.guarded(recording(seen));

    guarded.admitted(Duration.ZERO);
    guarded.refused(Rejection.Reason.EXPIRED, Duration.ZERO);
    guarded.keysFetched("https://issuer.test/", 2, Duration.ZERO);
    guarded.keysUnavailable("https://issuer.test/", "timed out");
    guarded.keysChanged(
        new KeyHealth("https://issuer.test/", State.SERVING_OLD, Optional.empty(), 2, 1));

    assertThat(seen).containsExactly("admitted", "expired", "2 keys", "timed out", "SERVING_OLD");
  }

  @Test
  void keepsWhatAListenerThrowsFromTheRequest() {
    GateListener throwing =
        new GateListener() {
          @Override
          public void admitted(Duration took) {
            throw new NoClassDefFoundError("metrics are not there");
          }
        };

    assertThatCode(() -> GateListener.guarded(throwing).admitted(Duration.ZERO))
        .doesNotThrowAnyException();
  }

  private static GateListener recording(List<String> seen) {
    return new GateListener() {
      @Override
      public void admitted(Duration took) {
        seen.add("admitted");
      }

      @Override
      public void refused(Rejection.Reason reason, Duration took) {
        seen.add(reason.code());
      }

      @Override
      public void keysFetched(String issuer, int keys, Duration took) {
        seen.add(keys + " keys");
      }

      @Override
      public void keysUnavailable(String issuer, String cause) {
        seen.add(cause);
      }

      @Override
      public void keysChanged(KeyHealth health) {
        seen.add(health.state().name());
      }
    };
  }
}
