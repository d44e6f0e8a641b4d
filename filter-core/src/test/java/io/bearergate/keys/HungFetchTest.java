package io.bearergate.keys;

import static io.bearergate.keys.ServedKeys.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Fetches that hang where nothing reaches them, as a name look-up can. */
class HungFetchTest {

  private static final int MOST_RUNNING = 4;
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final JwksRules HURRIED =
      new JwksRules(
          Duration.ofMinutes(5), Duration.ofHours(24), Duration.ofSeconds(5), SHORT, SHORT, 1000);

  private final CountDownLatch released = new CountDownLatch(1);

  /** Asked in the middle of a fetch; neither a time-out nor a closed socket ends it. */
  private SSLSocketFactory hang() {
    while (true) {
      try {
        released.await();
        throw new IllegalStateException("no TLS here");
      } catch (InterruptedException e) {
        // It cannot be interrupted.
      }
    }
  }

  private static long hanging() {
    return TestThreads.ours().stream().filter(name -> name.startsWith("bearergate-keys")).count();
  }

  @Test
  void startsNoMoreThanFourAndRecoversOnceTheyEnd() {
    try (KeyRig rig = new KeyRig(HURRIED, this::hang)) {
      JwkSource source =
          rig.sources.open("issuer", new KeyLocation.Jwks(URI.create("https://localhost:1/")));
      for (int failures = 1; failures <= MOST_RUNNING + 2; failures++) {
        rig.await("unavailable", failures);
        rig.passAndTick(Duration.ofMinutes(1));
      }
      assertThat(hanging()).isEqualTo(MOST_RUNNING);
      assertThat(rig.events).contains("unavailable earlier fetches still hang");
      assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);

      released.countDown();
      Awaitility.await().until(() -> hanging() == 0);
      rig.passAndTick(Duration.ofMinutes(1));

      rig.await("unavailable the fetch failed", 1);
    }
  }
}
