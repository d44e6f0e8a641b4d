package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.bearergate.keys.ServedKeys.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up key ids: what they cost the issuer, and that a new key gets through among them. */
class KeyFloodTest {

  @RegisterExtension static final ServedKeys issuer = new ServedKeys();

  private static final TestKey ROTATED = TestKey.generate("ES256", "rotated");
  private static final int FLOOD = 2_000;
  private static final Duration FLOOD_LASTS = Duration.ofSeconds(5);

  private static JwksRules cooldown(Duration cooldown) {
    JwksRules rules = TestJwks.rules();
    return new JwksRules(
        rules.refresh(),
        rules.maxStale(),
        cooldown,
        rules.connectTimeout(),
        rules.readTimeout(),
        rules.maxResponseBytes());
  }

  @ParameterizedTest(name = "cooldown {0} s")
  @ValueSource(ints = {1, 5})
  void takesARotatedKeyWithinOneCooldownInTheMiddleOfAFlood(int seconds) {
    Duration cooldown = Duration.ofSeconds(seconds);
    issuer.serve(TestJwks.EC);
    try (KeyRig rig = new KeyRig(cooldown(cooldown))) {
      JwkSource source = rig.sources.open("issuer", issuer.address());
      rig.await("fetched", 1);
      Duration step = FLOOD_LASTS.dividedBy(FLOOD);
      Duration untilTaken = Duration.ZERO;

      for (int i = 0; i < 2 * FLOOD; i++) {
        rig.pass(step);
        assertThat(ask(source, "flood-" + i)).isEqualTo(new KeyLookup.Unknown());
        assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
        if (i == 1) { // right after the fetch that the flood began with
          issuer.serve(TestJwks.EC, ROTATED);
        }
        if (!(ask(source, "rotated") instanceof KeyLookup.Found)) {
          untilTaken = untilTaken.plus(step);
        }
      }

      assertThat(untilTaken).isBetween(step, cooldown);
      assertThat(issuer.fetches() - 1).isEqualTo(FLOOD_LASTS.multipliedBy(2).dividedBy(cooldown));
    }
  }

  /** Each flood is another, and the same on every run. */
  @ParameterizedTest(name = "flood {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void takesARotatedKeyWithinOneCooldownOfItsPublicationInWhateverFlood(int seed) {
    Random random = new Random(seed);
    JwkSource source = issuer.warm(TestJwks.EC);
    Duration cooldown = TestJwks.rules().cooldown();
    Duration step = Duration.ofMillis(250);
    int publishedAt = 40 + random.nextInt(40);
    int steps = publishedAt + (int) cooldown.dividedBy(step);
    List<Integer> fetchesAt = new ArrayList<>();

    for (int at = 0; at <= steps; at++) {
      issuer.rig().pass(step);
      if (at == publishedAt) {
        issuer.serve(TestJwks.EC, ROTATED);
      }
      int before = issuer.fetches();
      if (random.nextInt(4) > 0) {
        ask(source, "flood-" + random.nextInt(30));
      }
      if (random.nextInt(3) == 0 || at == steps) {
        ask(source, "rotated");
      }
      if (issuer.fetches() > before) {
        fetchesAt.add(at);
      }
    }

    assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
    for (int i = 1; i < fetchesAt.size(); i++) {
      assertThat(step.multipliedBy(fetchesAt.get(i) - fetchesAt.get(i - 1)))
          .isGreaterThanOrEqualTo(cooldown);
    }
  }

  @Test
  void countsTheCooldownFromTheBeginningOfASlowFetch() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(200));
    CompletableFuture<KeyLookup> early =
        CompletableFuture.supplyAsync(() -> ask(source, "rotated"));
    Awaitility.await().until(() -> issuer.fetches() == 2);
    issuer.rig().pass(Duration.ofSeconds(2));
    assertThat(early.join()).isEqualTo(new KeyLookup.Unknown());
    issuer.serve(TestJwks.EC, ROTATED);
    assertThat(ask(source, "rotated")).isEqualTo(new KeyLookup.Unknown());

    issuer.rig().pass(Duration.ofSeconds(3));

    assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void fetchesNotForAnIdThatTheTimersSetLacks() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(200));
    issuer.rig().passAndTick(Duration.ofMinutes(5));
    assertThat(ask(source, "absent")).isEqualTo(new KeyLookup.Unknown());

    assertThat(ask(source, "absent")).isEqualTo(new KeyLookup.Unknown());
    assertThat(issuer.fetches()).isEqualTo(2);

    issuer.rig().pass(TestJwks.rules().cooldown());
    ask(source, "absent");
    assertThat(issuer.fetches()).isEqualTo(3);
  }

  @Test
  void answersUnavailableToAllOfAFloodAfterAFailedFetchAndFetchesOnceACooldown() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));

    for (int i = 0; i < 500; i++) {
      assertThat(ask(source, "flood-" + i)).isInstanceOf(KeyLookup.Unavailable.class);
      assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    }

    assertThat(issuer.fetches()).isEqualTo(2);
  }
}
