package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.KeyHealth;
import io.bearergate.event.KeyHealth.State;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyHealthTest {

  @RegisterExtension static final ServedKeys issuer = new ServedKeys();

  private static KeyHealth health() {
    return issuer.rig().sources.health().get(0);
  }

  private static KeyHealth issuers(State state, Duration age, int keys, int failures) {
    return new KeyHealth("issuer", state, Optional.of(age), keys, failures);
  }

  @Test
  void countsKeysAndTheirAge() {
    issuer.warm(TestJwks.EC, TestJwks.RSA);

    issuer.rig().pass(Duration.ofSeconds(7));

    assertThat(health()).isEqualTo(issuers(State.GOOD, Duration.ofSeconds(7), 2, 0));
  }

  @Test
  void showsThatThereAreNoKeysYet() {
    issuer.serve(aResponse().withStatus(503));
    issuer.open();
    issuer.rig().await("unavailable", 1);

    assertThat(health()).isEqualTo(new KeyHealth("issuer", State.NO_KEYS, Optional.empty(), 0, 1));
  }

  @Test
  void showsThatOldKeysServeThroughAnOutageAndWhenTheyNoLongerDo() {
    issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));
    Duration oldest = TestJwks.rules().maxStale();
    issuer.rig().passAndTick(oldest);
    issuer.rig().await("unavailable", 1);
    assertThat(health()).isEqualTo(issuers(State.SERVING_OLD, oldest, 1, 1));

    issuer.rig().pass(Duration.ofNanos(1));

    assertThat(health()).isEqualTo(issuers(State.NO_KEYS, oldest.plusNanos(1), 1, 1));
  }

  @Test
  void tellsTheListenerOfKeysThatBecomeTooOldWithoutAnyFetch() {
    issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withFixedDelay(10_000));

    issuer.rig().passAndTick(TestJwks.rules().maxStale().plusNanos(1));

    assertThat(issuer.rig().events).contains("changed to NO_KEYS");
  }

  @Test
  void listsIssuersInTheOrderTheyWereOpened() {
    issuer.warm(TestJwks.EC);
    issuer
        .rig()
        .sources
        .open("fixed", new KeyLocation.Text(TestJwks.of(TestJwks.EC, TestJwks.RSA)));

    assertThat(issuer.rig().sources.health())
        .extracting(KeyHealth::issuer)
        .containsExactly("issuer", "fixed");
    assertThat(issuer.rig().sources.health().get(1))
        .isEqualTo(new KeyHealth("fixed", State.GOOD, Optional.empty(), 2, 0));
  }
}
