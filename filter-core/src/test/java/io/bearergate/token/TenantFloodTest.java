package io.bearergate.token;

import static io.bearergate.token.TestTenants.A;
import static io.bearergate.token.TestTenants.B;
import static io.bearergate.token.TestTenants.KEY_A;
import static io.bearergate.token.TestTenants.KEY_B;
import static io.bearergate.token.TestTenants.LIFETIME;
import static io.bearergate.token.TestTenants.after;
import static io.bearergate.token.TestTenants.outcome;
import static io.bearergate.token.TestTenants.token;
import static io.bearergate.token.TestTenants.vouching;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.KeyLocation;
import io.bearergate.token.TenantRules.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("issuers found at run time, while the application fails or strangers make names up")
class TenantFloodTest {

  @AutoClose private final TestTenants app = new TestTenants();

  @Test
  void areUndecidedWhereTheApplicationThrowsAndNobodyElseIs() {
    app.vouchForBoth();
    app.answers.put(A, TestTenants::fail);
    TokenVerifier verifier = app.verifier();

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(app.asked(A)).isEqualTo(1);
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");

    app.answers.put(A, vouching("api", KEY_A));
    app.pass(Tenants.FAILURE_LASTS);
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack", "linkage", "service", "checked", "null"})
  void areUndecidedWhateverTheApplicationThrows(String what) {
    app.answers.put(
        A,
        () ->
            switch (what) {
              case "stack" -> throw new StackOverflowError();
              case "linkage" -> throw new NoClassDefFoundError("driver");
              case "service" -> throw new ServiceConfigurationError("driver");
              case "checked" ->
                  TenantFloodTest.<RuntimeException>thrown(new IOException("the database is down"));
              default -> Objects.requireNonNull((Answer) null);
            });
    TokenVerifier verifier = app.verifier();

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(app.asked(A)).as("not asked again so soon").isEqualTo(1);
  }

  /** As code in Kotlin or Groovy throws checked exceptions. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Answer thrown(Throwable checked) throws E {
    throw (E) checked;
  }

  @Test
  void areUndecidedWhereTheirKeysCannotBeOpened() {
    app.answers.put(
        A,
        () ->
            new Answer.Vouched(
                TestRules.tokensFor("api"),
                new KeyLocation.Jwks(URI.create("http://a.example.com/keys")),
                Map.of()));

    assertThat(outcome(app.verifier(), token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(app.tenants.count()).isZero();
  }

  @Test
  void waitForNobodyWhereTheApplicationHangsOnOne() {
    app.vouchForBoth();
    app.answers.put(A, app::hang);
    TokenVerifier verifier = app.verifier();
    long began = System.nanoTime();

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");

    app.pass(Tenants.LONGEST_WAIT.plusNanos(1));
    began = System.nanoTime();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Tenants.LONGEST_WAIT);
    assertThat(app.asked(A)).isEqualTo(1);
  }

  @Test
  void tellCodeThatHangsToStop() {
    app.answers.put(A, app::hang);
    TokenVerifier verifier = app.verifier();
    Thread request = new Thread(() -> outcome(verifier, token(A, KEY_A)));
    request.start();
    Awaitility.await().until(() -> app.asked(A) == 1);

    app.tenants.sweep();
    assertThat(app.interrupted).hasValue(0);
    app.pass(Tenants.LONGEST_CALL.plusNanos(1));
    app.tenants.sweep();

    Awaitility.await().untilAsserted(() -> assertThat(app.interrupted).hasValue(1));
  }

  @Test
  void stopCodeThatHangsOnClose() {
    app.answers.put(A, app::hang);
    TokenVerifier verifier = app.verifier();
    Thread request = new Thread(() -> outcome(verifier, token(A, KEY_A)));
    request.start();
    Awaitility.await().until(() -> app.asked(A) == 1);

    app.tenants.close();
    app.sources.close();

    Awaitility.await().untilAsserted(() -> assertThat(app.interrupted).hasValue(1));
    Awaitility.await().until(() -> !request.isAlive());
    assertThat(app.tenants.find(B)).isInstanceOf(Standing.Unsettled.class);
  }

  @Test
  void areNotAskedAboutOnceClosed() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();

    app.tenants.close();

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
    Awaitility.await().until(app.tenants::isQuiet);
    assertThat(app.asked).isEmpty();
  }

  @Test
  void cannotBeFloodedByNamesThatAreMadeUp() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    outcome(verifier, token(A, KEY_A));
    int known = Tenants.MOST_CALLS_PER_SECOND;

    long unsettled =
        IntStream.range(0, 5000)
            .mapToObj(i -> app.tenants.find("https://made-up.example.com/" + i))
            .filter(Standing.Unsettled.class::isInstance)
            .count();

    assertThat(app.asked.size()).isLessThanOrEqualTo(known + 1);
    assertThat(unsettled).isGreaterThanOrEqualTo(5000 - known);
    assertThat(outcome(verifier, token(A, KEY_A))).as("a known one").isEqualTo("ACCEPTED");
    assertThat(app.tenants.count()).isEqualTo(1);
  }

  @Test
  void areForgottenToBeNoneInABoundedWay() {
    for (int i = 0; i < 3000; i++) {
      app.tenants.find("https://made-up.example.com/" + i);
      app.pass(Duration.ofMillis(21)); // so that the rate never refuses
    }

    assertThat(app.asked).hasSize(3000);
    assertThat(app.tenants.countOfVain()).isLessThanOrEqualTo(VainQuestions.MOST);
  }

  @Test
  void areBelievedByAnAnswerThatCameTooLateForTheFirstRequest() {
    CountDownLatch go = new CountDownLatch(1);
    app.answers.put(A, after(go, vouching("api", KEY_A)));
    TokenVerifier verifier = app.verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");

    go.countDown();
    Awaitility.await().until(app.tenants::isQuiet);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(app.asked(A)).isEqualTo(1);
  }

  @Test
  void serveOnAndAreRenewedWhileTheApplicationHangsOnEveryNewName() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    outcome(verifier, token(A, KEY_A));
    int most = Tenants.MOST_CALLS;
    List<Thread> stuck =
        IntStream.range(0, most)
            .mapToObj(i -> "https://hung.example.com/" + i)
            .peek(issuer -> app.answers.put(issuer, app::hang))
            .map(issuer -> new Thread(() -> app.tenants.find(issuer)))
            .toList();
    stuck.forEach(Thread::start);
    Awaitility.await().until(() -> app.asked.size() == most + 1);

    assertThat(app.tenants.find(B))
        .as("no place for one more")
        .isInstanceOf(Standing.Unsettled.class);
    assertThat(app.asked(B)).isZero();
    app.pass(LIFETIME.dividedBy(5).multipliedBy(4));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    Awaitility.await().untilAsserted(() -> assertThat(app.asked(A)).isEqualTo(2));
  }

  @Test
  void holdNoMoreRequestsThanMayWait() {
    app.answers.put(A, app::hang);
    AtomicInteger turnedAwayAtOnce = new AtomicInteger();
    List<Thread> requests =
        IntStream.range(0, Tenants.MOST_WAITERS + 20)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          long began = System.nanoTime();
                          app.tenants.find(A);
                          if (System.nanoTime() - began < Tenants.LONGEST_WAIT.toNanos()) {
                            turnedAwayAtOnce.incrementAndGet();
                          }
                        }))
            .toList();

    requests.forEach(Thread::start);

    Awaitility.await().until(() -> requests.stream().noneMatch(Thread::isAlive));
    assertThat(turnedAwayAtOnce).hasValue(20);
    assertThat(app.asked(A)).isEqualTo(1);
  }
}
