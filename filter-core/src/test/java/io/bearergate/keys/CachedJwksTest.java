package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.bearergate.keys.ServedKeys.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CachedJwksTest extends JwkSourceContract {

  @RegisterExtension static final ServedKeys issuer = new ServedKeys();

  private static final TestKey ROTATED = TestKey.generate("ES256", "rotated");
  private static final Duration COOLDOWN = TestJwks.rules().cooldown();

  @Override
  JwkSource sourceOf(String jwks) {
    issuer.serve(okJson(jwks));
    return issuer.open();
  }

  @Test
  void fetchesAtOnceWhenOpened() {
    issuer.warm(TestJwks.EC);

    assertThat(issuer.fetches()).isEqualTo(1);
    assertThat(issuer.rig().events).containsExactly("fetched 1", "changed to GOOD");
    assertThat(issuer.rig().sources.awaitKeys(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void letsFirstRequestsWaitForTheOneFirstFetch() {
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(100));
    JwkSource source = issuer.open();

    assertThat(manyAtOnce(40, () -> ask(source, "ec"))).allMatch(KeyLookup.Found.class::isInstance);
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  private static List<KeyLookup> manyAtOnce(
      int callers, java.util.function.Supplier<KeyLookup> ask) {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      return Collections.nCopies(callers, ask).stream()
          .map(each -> CompletableFuture.supplyAsync(each, threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void acceptsRotatedKeyAtOnceByOneFetchForAllCallers() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(okJson(TestJwks.of(TestJwks.EC, ROTATED)).withFixedDelay(50));

    assertThat(manyAtOnce(200, () -> ask(source, "rotated")))
        .allMatch(KeyLookup.Found.class::isInstance);
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void fetchesOnceACooldownUnderAFloodOfUnknownIds() {
    JwkSource source = issuer.warm(TestJwks.EC);

    for (int i = 0; i < 500; i++) {
      assertThat(ask(source, "flood-" + i)).isEqualTo(new KeyLookup.Unknown());
    }
    assertThat(issuer.fetches()).isEqualTo(2);

    issuer.rig().pass(COOLDOWN);
    for (int i = 0; i < 500; i++) {
      assertThat(ask(source, "more-" + i)).isEqualTo(new KeyLookup.Unknown());
    }
    assertThat(issuer.fetches()).isEqualTo(3);
  }

  @Test
  void acceptsRotatedKeyWithinOneCooldownInTheMiddleOfAFlood() {
    JwkSource source = issuer.warm(TestJwks.EC);
    ask(source, "flood");
    issuer.serve(TestJwks.EC, ROTATED);
    assertThat(ask(source, "rotated")).isEqualTo(new KeyLookup.Unknown());

    issuer.rig().pass(COOLDOWN);

    assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void fetchesForTokenWithoutIdThatNoKeyFits() {
    JwkSource source = issuer.warm(TestJwks.RSA);
    issuer.serve(TestJwks.RSA, ROTATED);

    assertThat(ask(source, null)).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void fetchesNotForAnIdWhoseKeyIsOfAnotherType() {
    JwkSource source = issuer.warm(TestJwks.RSA);

    assertThat(ask(source, "rsa")).isEqualTo(new KeyLookup.Unknown());
    assertThat(ask(source, "x".repeat(257))).isEqualTo(new KeyLookup.Unknown());
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void answersUnavailableForUnknownIdAfterAFailedFetch() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));

    assertThat(ask(source, "new")).isEqualTo(new KeyLookup.Unavailable(Duration.ofSeconds(5)));
    assertThat(ask(source, "other")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(issuer.fetches()).isEqualTo(2);
  }

  @Test
  void answersUnavailableWhileKeysWereNeverLoadedAndRecovers() {
    issuer.serve(aResponse().withStatus(500));
    JwkSource source = issuer.open();
    issuer.rig().await("unavailable", 1);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(issuer.rig().sources.awaitKeys(Duration.ZERO)).isFalse();
    issuer.serve(TestJwks.EC);

    issuer.rig().passAndTick(Duration.ofSeconds(3));
    issuer.rig().await("fetched", 1);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void letsNoMoreThan256Wait() {
    issuer.serve(aResponse().withFixedDelay(10_000));
    JwksRules patient = TestJwks.rules(Duration.ofSeconds(5));
    try (KeyRig slow = new KeyRig(patient)) {
      JwkSource source = slow.sources.open("issuer", issuer.address());
      List<Thread> waiting = waiting(Waiters.MOST, source, "ec");

      KeyLookup oneMore = ask(source, "ec");

      assertThat(oneMore).isInstanceOf(KeyLookup.Unavailable.class);
      assertThat(waiting).allMatch(CachedJwksTest::waits);
    }
  }

  /** Threads that ask for a key, once all of them wait. */
  private static List<Thread> waiting(int count, JwkSource source, String keyId) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(new Thread(() -> ask(source, keyId)));
    }
    threads.forEach(Thread::start);
    Awaitility.await().until(() -> threads.stream().allMatch(CachedJwksTest::waits));
    return threads;
  }

  @Test
  void letsOnlyAFewWaitWhileTheIssuerFails() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withStatus(503));
    ask(source, "new");
    issuer.rig().pass(COOLDOWN);
    issuer.serve(aResponse().withFixedDelay(10_000));

    List<Thread> waiting = waiting(Waiters.MOST_PATIENT, source, "new");

    assertThat(ask(source, "new")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(waiting).allMatch(CachedJwksTest::waits);
  }

  @Test
  void letsOnlyAFewWaitOnceAFetchTakesLong() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(aResponse().withFixedDelay(10_000));
    List<Thread> waiting = waiting(Waiters.MOST_PATIENT, source, "new");

    issuer.rig().pass(Duration.ofMillis(501));

    assertThat(ask(source, "new")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(waiting).allMatch(CachedJwksTest::waits);
  }

  @Test
  void letsOnlyAFewWaitWhereTheLastFetchTookLong() {
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(200));
    JwkSource source = issuer.open();
    issuer.rig().pass(Duration.ofMillis(501));
    issuer.rig().await("fetched", 1);
    issuer.serve(aResponse().withFixedDelay(10_000));

    List<Thread> waiting = waiting(Waiters.MOST_PATIENT, source, "new");

    assertThat(ask(source, "new")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(waiting).allMatch(CachedJwksTest::waits);
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  @Test
  void letsNobodyWaitLongerThanTheTimeOut() {
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(10_000));
    JwkSource source = issuer.open();
    long from = System.nanoTime();

    KeyLookup answer = ask(source, "ec");

    assertThat(answer).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void leavesOtherIssuersAloneWhenOneHangs() {
    RawServer hanging = RawServer.plain("", "");
    issuer.rig().sources.open("dead", new KeyLocation.Jwks(hanging.uri()));

    JwkSource source = issuer.warm(TestJwks.EC);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(issuer.rig().count("unavailable")).isZero();
    hanging.close();
  }

  @Test
  void closesAtOnceWhileAFetchHangs() {
    issuer.serve(aResponse().withFixedDelay(10_000));
    JwkSource source = issuer.open();
    CompletableFuture<KeyLookup> waiting = CompletableFuture.supplyAsync(() -> ask(source, "ec"));
    Awaitility.await().until(() -> !TestThreads.ours().isEmpty());

    issuer.rig().close();

    assertThat(TestThreads.ours()).isEmpty();
    assertThat(waiting.join()).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(issuer.rig().events).isEmpty();
  }

  @Test
  void servesHeldKeysAfterClose() {
    JwkSource source = issuer.warm(TestJwks.EC);

    issuer.rig().close();

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(ask(source, "new")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(issuer.fetches()).isEqualTo(1);
  }

  @Test
  void leavesInterruptedCallersInterrupted() {
    issuer.serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(200));
    JwkSource source = issuer.open();

    Thread.currentThread().interrupt();

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
