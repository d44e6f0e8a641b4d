package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.bearergate.test.TestKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CachedJwksTest extends JwkSourceContract {

  private static final Duration COOLDOWN = TestJwks.rules().cooldown();
  private static final TestKey ROTATED = TestKey.generate("ES256", "rotated");
  private static WireMockServer server;
  private KeyRig rig;

  @BeforeAll
  static void startServer() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @BeforeEach
  void reset() {
    server.resetAll();
    rig = new KeyRig();
  }

  @AfterEach
  void closeRig() {
    rig.close();
    assertThat(TestThreads.ours()).isEmpty();
  }

  private static void serve(ResponseDefinitionBuilder answer) {
    server.stubFor(get("/jwks").willReturn(answer));
  }

  private static void serve(TestKey... keys) {
    serve(okJson(TestJwks.of(keys)));
  }

  private JwkSource open() {
    return rig.sources.open("issuer", new KeyLocation.Jwks(URI.create(server.url("/jwks"))));
  }

  private JwkSource warm(TestKey... keys) {
    serve(keys);
    JwkSource source = open();
    rig.await("fetched", 1);
    return source;
  }

  private static int fetches() {
    return server.findAll(getRequestedFor(urlEqualTo("/jwks"))).size();
  }

  private static KeyLookup ask(JwkSource source, String keyId) {
    return source.keysFor(keyId, JwsAlgorithm.ES256);
  }

  @Override
  JwkSource sourceOf(String jwks) {
    serve(okJson(jwks));
    return open();
  }

  @Test
  void fetchesAtOnceWhenOpened() {
    warm(TestJwks.EC);

    assertThat(fetches()).isEqualTo(1);
    assertThat(rig.events).containsExactly("fetched 1");
    assertThat(rig.sources.awaitKeys(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void letsFirstRequestsWaitForTheOneFirstFetch() {
    serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(100));
    JwkSource source = open();

    assertThat(manyAtOnce(40, () -> ask(source, "ec"))).allMatch(KeyLookup.Found.class::isInstance);
    assertThat(fetches()).isEqualTo(1);
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
    JwkSource source = warm(TestJwks.EC);
    serve(okJson(TestJwks.of(TestJwks.EC, ROTATED)).withFixedDelay(50));

    assertThat(manyAtOnce(100, () -> ask(source, "rotated")))
        .allMatch(KeyLookup.Found.class::isInstance);
    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void fetchesOnceACooldownUnderAFloodOfUnknownIds() {
    JwkSource source = warm(TestJwks.EC);

    for (int i = 0; i < 500; i++) {
      assertThat(ask(source, "flood-" + i)).isEqualTo(new KeyLookup.Unknown());
    }
    assertThat(fetches()).isEqualTo(2);

    rig.pass(COOLDOWN);
    for (int i = 0; i < 500; i++) {
      assertThat(ask(source, "more-" + i)).isEqualTo(new KeyLookup.Unknown());
    }
    assertThat(fetches()).isEqualTo(3);
  }

  @Test
  void acceptsRotatedKeyWithinOneCooldownInTheMiddleOfAFlood() {
    JwkSource source = warm(TestJwks.EC);
    ask(source, "flood");
    serve(TestJwks.EC, ROTATED);
    assertThat(ask(source, "rotated")).isEqualTo(new KeyLookup.Unknown());

    rig.pass(COOLDOWN);

    assertThat(ask(source, "rotated")).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void fetchesForTokenWithoutIdThatNoKeyFits() {
    JwkSource source = warm(TestJwks.RSA);
    serve(TestJwks.RSA, ROTATED);

    assertThat(ask(source, null)).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void fetchesNotForAnIdWhoseKeyIsOfAnotherType() {
    JwkSource source = warm(TestJwks.RSA);

    assertThat(ask(source, "rsa")).isEqualTo(new KeyLookup.Unknown());
    assertThat(ask(source, "x".repeat(257))).isEqualTo(new KeyLookup.Unknown());
    assertThat(fetches()).isEqualTo(1);
  }

  @Test
  void answersUnavailableForUnknownIdAfterAFailedFetch() {
    JwkSource source = warm(TestJwks.EC);
    serve(aResponse().withStatus(503));

    assertThat(ask(source, "new")).isEqualTo(new KeyLookup.Unavailable(Duration.ofSeconds(5)));
    assertThat(ask(source, "other")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(fetches()).isEqualTo(2);
  }

  @Test
  void answersUnavailableWhileKeysWereNeverLoadedAndRecovers() {
    serve(aResponse().withStatus(500));
    JwkSource source = open();
    rig.await("unavailable", 1);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(rig.sources.awaitKeys(Duration.ZERO)).isFalse();
    serve(TestJwks.EC);

    rig.passAndTick(Duration.ofSeconds(3));
    rig.await("fetched", 1);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
  }

  static Stream<Arguments> badAnswers() {
    return Stream.of(
        Arguments.of("500", aResponse().withStatus(500)),
        Arguments.of("404", aResponse().withStatus(404)),
        Arguments.of(
            "401 asking for a password",
            aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic realm=\"x\"")),
        Arguments.of("204", aResponse().withStatus(204)),
        Arguments.of("HTML", aResponse().withBody("<html>Sign in</html>")),
        Arguments.of("empty body", aResponse().withBody("")),
        Arguments.of("empty set", okJson("{\"keys\":[]}")),
        Arguments.of("no usable key", okJson("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQAB\"}]}")),
        Arguments.of(
            "compressed", okJson(TestJwks.of(ROTATED)).withHeader("Content-Encoding", "gzip")),
        Arguments.of("too long", okJson("{\"keys\":[]" + " ".repeat(600_000) + "}")),
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
        Arguments.of("malformed chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
        Arguments.of("nothing", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("late", okJson(TestJwks.of(ROTATED)).withFixedDelay(3_000)),
        Arguments.of("dripping", okJson(TestJwks.of(ROTATED)).withChunkedDribbleDelay(30, 3_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAnswers")
  void keepsGoodKeysThroughABadAnswer(String what, ResponseDefinitionBuilder answer) {
    JwkSource source = warm(TestJwks.EC);
    serve(answer);

    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("unavailable", 1);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(rig.count("fetched")).isEqualTo(1);
  }

  @Test
  void dropsRemovedKeyAtTheNextRefresh() {
    JwkSource source = warm(TestJwks.EC, ROTATED);
    serve(TestJwks.EC);

    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("fetched", 2);

    assertThat(ask(source, "rotated")).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void changesGenerationOnlyWithTheKeys() {
    JwkSource source = warm(TestJwks.EC, TestJwks.RSA);
    long first = ((KeyLookup.Found) ask(source, "ec")).generation();

    serve(TestJwks.RSA, TestJwks.EC);
    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("fetched", 2);
    assertThat(((KeyLookup.Found) ask(source, "ec")).generation()).isEqualTo(first);

    serve(TestJwks.EC);
    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("fetched", 3);
    assertThat(((KeyLookup.Found) ask(source, "ec")).generation()).isNotEqualTo(first);
  }

  @Test
  void refreshesAtFourFifthsOfTheAge() {
    warm(TestJwks.EC);

    rig.passAndTick(Duration.ofSeconds(239));
    assertThat(fetches()).isEqualTo(1);

    rig.passAndTick(Duration.ofSeconds(2));
    rig.await("fetched", 2);
  }

  @Test
  void refreshesSoonerWhereTheIssuerSaysSo() {
    serve(okJson(TestJwks.of(TestJwks.EC)).withHeader("Cache-Control", "public, max-age=100"));
    open();
    rig.await("fetched", 1);

    rig.passAndTick(Duration.ofSeconds(81));

    rig.await("fetched", 2);
  }

  @Test
  void servesOldKeysUpToTheLimitAndNoLonger() {
    JwkSource source = warm(TestJwks.EC);
    serve(aResponse().withStatus(503));
    rig.passAndTick(TestJwks.rules().maxStale());
    rig.await("unavailable", 1);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);

    rig.pass(Duration.ofNanos(1));

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
  }

  @Test
  void backsOffWhileFetchesFail() {
    serve(aResponse().withStatus(503));
    open();
    rig.await("unavailable", 1);
    List<Integer> seconds = new ArrayList<>();

    for (int failures = 2; failures <= 8; failures++) {
      int waited = 0;
      int before = failures - 1;
      while (rig.count("unavailable") == before && waited < 100) {
        int sent = fetches();
        rig.passAndTick(Duration.ofSeconds(1));
        waited++;
        if (waited >= Math.min(1 << (failures - 2), 60)) {
          rig.await("unavailable", failures);
        }
        assertThat(fetches()).isLessThanOrEqualTo(sent + 1);
      }
      seconds.add(waited);
    }

    assertThat(seconds).containsExactly(1, 2, 4, 8, 16, 32, 60);
  }

  @Test
  void keepsTheTimersBudgetApartFromTheFloods() {
    JwkSource source = warm(TestJwks.EC);
    ask(source, "flood");

    rig.passAndTick(Duration.ofMinutes(5));
    rig.await("fetched", 3);
    ask(source, "flood again");

    assertThat(fetches()).isEqualTo(4);
  }

  @Test
  void letsNoMoreThan256Wait() {
    serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(300));
    JwkSource source = open();

    List<KeyLookup> answers = manyAtOnce(CachedJwks.MOST_WAITERS + 40, () -> ask(source, "ec"));

    assertThat(answers.stream().filter(KeyLookup.Found.class::isInstance).count())
        .isGreaterThanOrEqualTo(CachedJwks.MOST_WAITERS);
    assertThat(fetches()).isEqualTo(1);
  }

  @Test
  void letsNobodyWaitLongerThanTheTimeOut() {
    serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(10_000));
    JwkSource source = open();
    long from = System.nanoTime();

    KeyLookup answer = ask(source, "ec");

    assertThat(answer).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void leavesOtherIssuersAloneWhenOneHangs() {
    server.stubFor(get("/dead").willReturn(aResponse().withFixedDelay(10_000)));
    rig.sources.open("dead", new KeyLocation.Jwks(URI.create(server.url("/dead"))));

    JwkSource source = warm(TestJwks.EC);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(rig.count("unavailable")).isZero();
  }

  @Test
  void closesAtOnceWhileAFetchHangs() {
    serve(aResponse().withFixedDelay(10_000));
    JwkSource source = open();
    CompletableFuture<KeyLookup> waiting = CompletableFuture.supplyAsync(() -> ask(source, "ec"));
    Awaitility.await().until(() -> !TestThreads.ours().isEmpty());

    rig.close();

    assertThat(TestThreads.ours()).isEmpty();
    assertThat(waiting.join()).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(rig.events).isEmpty();
  }

  @Test
  void servesHeldKeysAfterClose() {
    JwkSource source = warm(TestJwks.EC);

    rig.close();

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
    assertThat(ask(source, "new")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(fetches()).isEqualTo(1);
  }

  @Test
  void leavesInterruptedCallersInterrupted() {
    serve(okJson(TestJwks.of(TestJwks.EC)).withFixedDelay(200));
    JwkSource source = open();

    Thread.currentThread().interrupt();

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
