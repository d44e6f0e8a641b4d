package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;
import static io.bearergate.token.TestTenants.A;
import static io.bearergate.token.TestTenants.B;
import static io.bearergate.token.TestTenants.KEY_A;
import static io.bearergate.token.TestTenants.KEY_B;
import static io.bearergate.token.TestTenants.NOW;
import static io.bearergate.token.TestTenants.after;
import static io.bearergate.token.TestTenants.keys;
import static io.bearergate.token.TestTenants.outcome;
import static io.bearergate.token.TestTenants.token;
import static io.bearergate.token.TestTenants.vouching;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("issuers found at run time")
class TenantsTest {

  @AutoClose private final TestTenants app = new TestTenants();

  @Test
  void areBelievedOnceTheApplicationVouchesForThem() {
    app.vouchForBoth();

    assertThat(outcome(app.verifier(), token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(outcome(app.verifier(), token(B, KEY_B))).isEqualTo("ACCEPTED");
    assertThat(outcome(app.verifier(), token("https://c.example.com/", KEY_A)))
        .isEqualTo(WRONG_ISSUER.name());
  }

  @Test
  void haveKeysThatVerifyNobodyElsesTokens() {
    app.vouchForBoth();

    assertThat(outcome(app.verifier(), token(B, KEY_A))).isEqualTo(BAD_SIGNATURE.name());
    assertThat(outcome(app.verifier(), token(A, KEY_B))).isEqualTo(BAD_SIGNATURE.name());
  }

  @Test
  void areJudgedByTheirOwnRules() {
    app.vouchForBoth();
    app.answers.put(B, vouching("other", KEY_B));

    assertThat(outcome(app.verifier(), token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(outcome(app.verifier(), token(B, KEY_B))).isEqualTo(WRONG_AUDIENCE.name());
  }

  @Test
  void areNotAskedAboutWhereASettingListsThem() {
    app.answers.put(A, vouching("api", KEY_B));
    Issuer listed = TestRules.issuer(A, app.sources.open(A, keys(KEY_A)));
    TokenVerifier verifier =
        new TokenVerifier(
            List.of(listed),
            Optional.of(app.tenants),
            TestRules.keeping(0, 0),
            () -> NOW,
            GateListener.NONE);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(outcome(verifier, token(A, KEY_B))).isEqualTo(BAD_SIGNATURE.name());
    assertThat(app.asked).isEmpty();
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
    assertThat(outcome(app.verifier(), token(issuer, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    assertThat(app.asked).isEmpty();
  }

  @Test
  void areNotAskedAboutByAnEndlessName() {
    String most = "https://" + "a".repeat(504);

    assertThat(outcome(app.verifier(), token(most + "a", KEY_A))).isEqualTo(WRONG_ISSUER.name());
    assertThat(app.asked).isEmpty();
    assertThat(outcome(app.verifier(), token(most, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    assertThat(app.asked).containsOnlyKeys(most);
  }

  @Test
  void areAskedAboutOnceWhileTheAnswerCounts() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();

    outcome(verifier, token(A, KEY_A));
    outcome(verifier, token(A, KEY_A, t -> t.subject("bob")));
    outcome(verifier, token("https://c.example.com/", KEY_A));
    outcome(verifier, token("https://c.example.com/", KEY_A, t -> t.subject("bob")));

    assertThat(app.asked(A)).isEqualTo(1);
    assertThat(app.asked("https://c.example.com/")).isEqualTo(1);
  }

  @Test
  void areAskedAboutOnceByManyRequestsAtATime() {
    CountDownLatch go = new CountDownLatch(1);
    app.answers.put(A, after(go, vouching("api", KEY_A)));
    TokenVerifier verifier = app.verifier();
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
    Awaitility.await().until(() -> app.asked(A) == 1);

    go.countDown();

    Awaitility.await().untilAsserted(() -> assertThat(accepted).hasValue(20));
    assertThat(app.asked(A)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://a.example.com", "https://A.example.com/", "https://a.example.com/%2F"})
  void areOthersUnderAnotherSpelling(String issuer) {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    outcome(verifier, token(A, KEY_A));

    assertThat(outcome(verifier, token(issuer, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    assertThat(app.asked(issuer)).isEqualTo(1);
  }
}
