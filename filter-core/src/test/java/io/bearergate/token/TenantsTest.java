package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import io.bearergate.token.TenantRules.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("issuers found at run time")
class TenantsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String A = "https://a.example.com/";
  private static final String B = "https://b.example.com/";
  private static final TestKey KEY_A = TestKey.generate("RS256", "key");
  private static final TestKey KEY_B = TestKey.generate("RS256", "key"); // of the same kid

  @AutoClose private static final TestIssuer mint = TestIssuer.start(() -> NOW);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final AtomicInteger interrupted = new AtomicInteger();
  private final JwkSources sources = TestRules.sources();
  private final Tenants tenants = tenants(100);

  private Tenants tenants(int most) {
    TenantRules rules = new TenantRules(this::answer, most, LIFETIME);
    return new Tenants(rules, sources, Duration.ofSeconds(30), nanos::get);
  }

  private Answer answer(String issuer) {
    asked.computeIfAbsent(issuer, any -> new AtomicInteger()).incrementAndGet();
    return answers.getOrDefault(issuer, Answer.Nobody::new).get();
  }

  private Answer hang() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
    }
    return new Answer.Nobody();
  }

  private static Answer fail() {
    throw new IllegalStateException("the tenants' database is down");
  }

  @AfterEach
  void close() {
    hanging.countDown();
    tenants.close();
    sources.close();
  }

  private TokenVerifier verifier() {
    return verifier(tenants);
  }

  private static TokenVerifier verifier(Tenants found) {
    TokenRules rules = TestRules.keeping(100, 1024 * 1024);
    return new TokenVerifier(List.of(), Optional.of(found), rules, () -> NOW, GateListener.NONE);
  }

  private static Supplier<Answer> vouching(String audience, TestKey key) {
    String jwks = "{\"keys\":[" + json(key) + "]}";
    return () -> new Answer.Vouched(TestRules.tokensFor(audience), new KeyLocation.Text(jwks));
  }

  private static String json(TestKey key) {
    return com.nimbusds.jose.util.JSONObjectUtils.toJSONString(key.publicJwk());
  }

  private static String token(String issuer, TestKey key, UnaryOperator<TestToken> change) {
    return mint.token(t -> change.apply(t.audience("api").claim("iss", issuer).signedWith(key)));
  }

  private static String token(String issuer, TestKey key) {
    return token(issuer, key, t -> t);
  }

  private static String outcome(TokenVerifier verifier, String token) {
    VerificationResult result = verifier.verify(token);
    if (result instanceof VerificationResult.Rejected rejected) {
      return rejected.rejection().reason().name();
    }
    return result instanceof VerificationResult.Undecided ? "UNDECIDED" : "ACCEPTED";
  }

  private static String name(Reason reason) {
    return reason.name();
  }

  private int asked(String issuer) {
    return asked.getOrDefault(issuer, new AtomicInteger()).get();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void vouchForBoth() {
    answers.put(A, vouching("api", KEY_A));
    answers.put(B, vouching("api", KEY_B));
  }

  @Test
  void areBelievedOnceTheApplicationVouchesForThem() {
    vouchForBoth();

    assertThat(outcome(verifier(), token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(outcome(verifier(), token(B, KEY_B))).isEqualTo("ACCEPTED");
    assertThat(outcome(verifier(), token("https://c.example.com/", KEY_A)))
        .isEqualTo(name(WRONG_ISSUER));
  }

  @Test
  void haveKeysThatVerifyNobodyElsesTokens() {
    vouchForBoth();

    assertThat(outcome(verifier(), token(B, KEY_A))).isEqualTo(name(BAD_SIGNATURE));
    assertThat(outcome(verifier(), token(A, KEY_B))).isEqualTo(name(BAD_SIGNATURE));
  }

  @Test
  void areJudgedByTheirOwnRules() {
    vouchForBoth();
    answers.put(B, vouching("other", KEY_B));

    assertThat(outcome(verifier(), token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(outcome(verifier(), token(B, KEY_B))).isEqualTo(name(WRONG_AUDIENCE));
  }

  @Test
  void areNotAskedAboutWhereASettingListsThem() {
    answers.put(A, vouching("api", KEY_B));
    String jwks = "{\"keys\":[" + json(KEY_A) + "]}";
    Issuer listed = TestRules.issuer(A, sources.open(A, new KeyLocation.Text(jwks)));
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(listed),
            Optional.of(tenants),
            TestRules.keeping(0, 0),
            () -> NOW,
            GateListener.NONE);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(outcome(verifier, token(A, KEY_B))).isEqualTo(name(BAD_SIGNATURE));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example.com",
        "ftp://a.example.com/",
        "HTTPS://a.example.com/",
        "https://",
        "https://a.example.com/,https://b.example.com/",
        "https://a.example.com/ ",
        "https://a.example.com/\n",
        "https://a.example.com/\u0000",
        "https://a.example.com/\u00e9",
        "https://a.example.com/\"",
        "https://a.example.com/\\",
        "https://a.example.com/${env.HOME}",
        "https://a.example.com/?tenant=1",
        "https://a.example.com/#a",
        "https://user@a.example.com/",
        "https://a.example.com/<b>"
      })
  void areNotAskedAboutByANameThatIsNoAddress(String issuer) {
    assertThat(outcome(verifier(), token(issuer, KEY_A))).isEqualTo(name(WRONG_ISSUER));
    assertThat(asked).isEmpty();
  }

  @Test
  void areNotAskedAboutByAnEndlessName() {
    String most = "https://" + "a".repeat(504);

    assertThat(outcome(verifier(), token(most + "a", KEY_A))).isEqualTo(name(WRONG_ISSUER));
    assertThat(asked).isEmpty();
    assertThat(outcome(verifier(), token(most, KEY_A))).isEqualTo(name(WRONG_ISSUER));
    assertThat(asked).containsOnlyKeys(most);
  }

  @Test
  void areAskedAboutOnceWhileTheAnswerCounts() {
    vouchForBoth();
    TokenVerifier verifier = verifier();

    outcome(verifier, token(A, KEY_A));
    outcome(verifier, token(A, KEY_A, t -> t.subject("bob")));
    outcome(verifier, token("https://c.example.com/", KEY_A));
    outcome(verifier, token("https://c.example.com/", KEY_A, t -> t.subject("bob")));

    assertThat(asked(A)).isEqualTo(1);
    assertThat(asked("https://c.example.com/")).isEqualTo(1);
  }

  @Test
  void areAskedAboutOnceByManyRequestsAtATime() {
    CountDownLatch go = new CountDownLatch(1);
    answers.put(
        A,
        () -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return vouching("api", KEY_A).get();
        });
    TokenVerifier verifier = verifier();
    String token = token(A, KEY_A);
    AtomicInteger accepted = new AtomicInteger();
    List<Thread> all =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          if (outcome(verifier, token).equals("ACCEPTED")) {
                            accepted.incrementAndGet();
                          }
                        }))
            .toList();
    all.forEach(Thread::start);
    Awaitility.await().until(() -> asked(A) == 1);

    go.countDown();

    Awaitility.await().untilAsserted(() -> assertThat(accepted).hasValue(20));
    assertThat(asked(A)).isEqualTo(1);
  }

  @Test
  void areLearntOfSoonAfterTheyWereNone() {
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(name(WRONG_ISSUER));
    answers.put(A, vouching("api", KEY_A));

    pass(Tenants.UNKNOWN_LASTS.minusNanos(1));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(name(WRONG_ISSUER));
    pass(Duration.ofNanos(1));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
  }

  @Test
  void areBelievedNoLongerThanTheirLifetimeEvenByTokensThatAreRemembered() {
    vouchForBoth();
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    answers.remove(A);

    pass(LIFETIME);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(name(WRONG_ISSUER));
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");
  }

  @Test
  void areAskedAboutAgainInTheBackgroundBeforeTheirTimeIsOver() {
    vouchForBoth();
    TokenVerifier verifier = verifier();
    outcome(verifier, token(A, KEY_A));
    List<KeyHealth> before = sources.health();

    pass(LIFETIME.dividedBy(5).multipliedBy(4));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    Awaitility.await().until(() -> asked(A) == 2);
    Awaitility.await().until(tenants::isQuiet);
    pass(LIFETIME.dividedBy(2)); // beyond the first answer's time

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(sources.health()).as("the same keys").isEqualTo(before);
  }

  @Test
  void areRefusedAsSoonAsTheApplicationTakesThemBack() {
    vouchForBoth();
    TokenVerifier verifier = verifier();
    outcome(verifier, token(A, KEY_A));
    answers.remove(A);
    pass(LIFETIME.dividedBy(5).multipliedBy(4));

    outcome(verifier, token(A, KEY_A));
    Awaitility.await().until(() -> asked(A) == 2);
    Awaitility.await().until(tenants::isQuiet);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(name(WRONG_ISSUER));
    assertThat(sources.health()).isEmpty();
  }

  @Test
  void areJudgedAnewWhereTheApplicationSaysSomethingElseOfThem() {
    answers.put(A, vouching("api", KEY_A));
    TokenVerifier verifier = verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    answers.put(A, vouching("other", KEY_A));

    pass(LIFETIME.dividedBy(5).multipliedBy(4));
    outcome(verifier, token(A, KEY_A));
    Awaitility.await().until(() -> asked(A) == 2);
    Awaitility.await().until(tenants::isQuiet);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(name(WRONG_AUDIENCE));
    assertThat(tenants.count()).isEqualTo(1);
    assertThat(sources.health()).hasSize(1);
  }

  @Test
  void serveOnWhileTheApplicationFailsUntilTheirTimeIsOver() {
    vouchForBoth();
    TokenVerifier verifier = verifier();
    outcome(verifier, token(A, KEY_A));
    answers.put(A, TenantsTest::fail);

    pass(LIFETIME.dividedBy(5).multipliedBy(4));
    outcome(verifier, token(A, KEY_A));
    Awaitility.await().until(() -> asked(A) == 2);
    Awaitility.await().until(tenants::isQuiet);
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");

    pass(LIFETIME.dividedBy(5));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
  }

  @Test
  void areUndecidedWhereTheApplicationThrowsAndNobodyElseIs() {
    vouchForBoth();
    answers.put(A, TenantsTest::fail);
    TokenVerifier verifier = verifier();

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(asked(A)).isEqualTo(1);
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");

    answers.put(A, vouching("api", KEY_A));
    pass(Tenants.FAILURE_LASTS);
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack", "linkage", "null"})
  void areUndecidedWhateverTheApplicationThrows(String what) {
    answers.put(
        A,
        () ->
            switch (what) {
              case "stack" -> throw new StackOverflowError();
              case "linkage" -> throw new NoClassDefFoundError("driver");
              default -> java.util.Objects.requireNonNull((Answer) null);
            });

    assertThat(outcome(verifier(), token(A, KEY_A))).isEqualTo("UNDECIDED");
  }

  @Test
  void areUndecidedWhereTheirKeysCannotBeOpened() {
    answers.put(
        A,
        () ->
            new Answer.Vouched(
                TestRules.tokensFor("api"),
                new KeyLocation.Jwks(URI.create("http://a.example.com/keys"))));

    assertThat(outcome(verifier(), token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(tenants.count()).isZero();
  }

  @Test
  void waitForNobodyWhereTheApplicationHangsOnOne() {
    vouchForBoth();
    answers.put(A, this::hang);
    TokenVerifier verifier = verifier();
    long began = System.nanoTime();

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");

    pass(Tenants.LONGEST_WAIT.plusNanos(1));
    began = System.nanoTime();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    assertThat(asked(A)).isEqualTo(1);
  }

  @Test
  void tellCodeThatHangsToStop() {
    answers.put(A, this::hang);
    TokenVerifier verifier = verifier();
    Thread request = new Thread(() -> outcome(verifier, token(A, KEY_A)));
    request.start();
    Awaitility.await().until(() -> asked(A) == 1);

    tenants.sweep();
    assertThat(interrupted).hasValue(0);
    pass(Tenants.LONGEST_CALL.plusNanos(1));
    tenants.sweep();

    Awaitility.await().untilAsserted(() -> assertThat(interrupted).hasValue(1));
  }

  @Test
  void stopCodeThatHangsOnClose() {
    answers.put(A, this::hang);
    TokenVerifier verifier = verifier();
    Thread request = new Thread(() -> outcome(verifier, token(A, KEY_A)));
    request.start();
    Awaitility.await().until(() -> asked(A) == 1);

    tenants.close();
    sources.close();

    Awaitility.await().untilAsserted(() -> assertThat(interrupted).hasValue(1));
    Awaitility.await().until(() -> !request.isAlive());
    assertThat(tenants.find(B)).isInstanceOf(Standing.Unsettled.class);
  }

  @Test
  void cannotBeFloodedByNamesThatAreMadeUp() {
    vouchForBoth();
    TokenVerifier verifier = verifier();
    outcome(verifier, token(A, KEY_A));
    int known = Tenants.MOST_CALLS_PER_SECOND;

    long unsettled =
        IntStream.range(0, 5000)
            .mapToObj(i -> tenants.find("https://made-up.example.com/" + i))
            .filter(Standing.Unsettled.class::isInstance)
            .count();

    assertThat(asked.size()).isLessThanOrEqualTo(known + 1);
    assertThat(unsettled).isGreaterThanOrEqualTo(5000 - known);
    assertThat(outcome(verifier, token(A, KEY_A))).as("a known one").isEqualTo("ACCEPTED");
    assertThat(tenants.count()).isEqualTo(1);
  }

  @Test
  void areForgottenToBeNoneInABoundedWay() {
    for (int i = 0; i < 3000; i++) {
      tenants.find("https://made-up.example.com/" + i);
      pass(Duration.ofMillis(21)); // so that the rate never refuses
    }

    assertThat(asked).hasSize(3000);
    assertThat(tenants.countOfVain()).isLessThanOrEqualTo(VainQuestions.MOST);
  }

  @Test
  void giveWayToOthersTheOneUsedLongestAgoFirst() {
    vouchForBoth();
    String c = "https://c.example.com/";
    answers.put(c, vouching("api", KEY_A));
    Tenants two = tenants(2);
    TokenVerifier verifier = verifier(two);
    outcome(verifier, token(A, KEY_A));
    pass(Duration.ofSeconds(2));
    outcome(verifier, token(B, KEY_B));
    pass(Duration.ofSeconds(2));
    outcome(verifier, token(A, KEY_A));

    assertThat(outcome(verifier, token(c, KEY_A))).isEqualTo("ACCEPTED");

    assertThat(two.count()).isEqualTo(2);
    assertThat(sources.health()).extracting(KeyHealth::issuer).containsExactly(A, c);
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(asked(A)).isEqualTo(1);
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");
    assertThat(asked(B)).isEqualTo(2);
  }

  @Test
  void areLetGoWhenNobodyUsesThem() {
    vouchForBoth();
    outcome(verifier(), token(A, KEY_A));

    pass(LIFETIME.minusNanos(1));
    tenants.sweep();
    assertThat(sources.health()).hasSize(1);
    pass(Duration.ofNanos(1));
    tenants.sweep();

    assertThat(sources.health()).isEmpty();
    assertThat(tenants.count()).isZero();
  }
}
