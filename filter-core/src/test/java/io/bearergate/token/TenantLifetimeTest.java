package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;
import static io.bearergate.token.TestTenants.A;
import static io.bearergate.token.TestTenants.B;
import static io.bearergate.token.TestTenants.KEY_A;
import static io.bearergate.token.TestTenants.KEY_B;
import static io.bearergate.token.TestTenants.LIFETIME;
import static io.bearergate.token.TestTenants.outcome;
import static io.bearergate.token.TestTenants.token;
import static io.bearergate.token.TestTenants.vouching;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.KeyHealth;
import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.token.TenantRules.Answer.Vouched;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("issuers found at run time, as time passes")
class TenantLifetimeTest {

  @AutoClose private final TestTenants app = new TestTenants();

  @Test
  void areBelievedNoLongerThanTheirLifetimeEvenByTokensThatAreRemembered() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    app.answers.remove(A);

    app.pass(LIFETIME);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");
  }

  @Test
  void areAskedAboutAgainInTheBackgroundBeforeTheirTimeIsOver() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    outcome(verifier, token(A, KEY_A));
    List<KeyHealth> before = app.sources.health();

    app.pass(LIFETIME.dividedBy(5).multipliedBy(4));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    Awaitility.await().until(() -> app.asked(A) == 2);
    Awaitility.await().until(app.tenants::isQuiet);
    app.pass(LIFETIME.dividedBy(2)); // beyond the first answer's time

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(app.sources.health()).as("the same keys").isEqualTo(before);
  }

  @Test
  void areRefusedAsSoonAsTheApplicationTakesThemBack() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    outcome(verifier, token(A, KEY_A));
    app.answers.remove(A);
    app.pass(LIFETIME.dividedBy(5).multipliedBy(4));

    outcome(verifier, token(A, KEY_A));
    Awaitility.await().until(() -> app.asked(A) == 2);
    Awaitility.await().until(app.tenants::isQuiet);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    assertThat(app.sources.health()).isEmpty();
  }

  @Test
  void areJudgedAnewWhereTheApplicationSaysSomethingElseOfThem() {
    app.answers.put(A, vouching("api", KEY_A));
    TokenVerifier verifier = app.verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    app.answers.put(A, vouching("other", KEY_A));

    app.pass(LIFETIME.dividedBy(5).multipliedBy(4));
    outcome(verifier, token(A, KEY_A));
    Awaitility.await().until(() -> app.asked(A) == 2);
    Awaitility.await().until(app.tenants::isQuiet);

    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(WRONG_AUDIENCE.name());
    assertThat(app.tenants.count()).isEqualTo(1);
    assertThat(app.sources.health()).hasSize(1);
  }

  @Test
  void serveOnWhileTheApplicationFailsUntilTheirTimeIsOver() {
    app.vouchForBoth();
    TokenVerifier verifier = app.verifier();
    outcome(verifier, token(A, KEY_A));
    app.answers.put(A, TestTenants::fail);

    app.pass(LIFETIME.dividedBy(5).multipliedBy(4));
    outcome(verifier, token(A, KEY_A));
    Awaitility.await().until(() -> app.asked(A) == 2);
    Awaitility.await().until(app.tenants::isQuiet);
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");

    app.pass(LIFETIME.dividedBy(5));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("UNDECIDED");
  }

  @Test
  void areLearntOfSoonAfterTheyWereNone() {
    TokenVerifier verifier = app.verifier();
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    app.answers.put(A, vouching("api", KEY_A));

    app.pass(Tenants.UNKNOWN_LASTS.minusNanos(1));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo(WRONG_ISSUER.name());
    app.pass(Duration.ofNanos(1));
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
  }

  @Test
  void giveWayToOthersTheOneUsedLongestAgoFirst() {
    app.vouchForBoth();
    String c = "https://c.example.com/";
    app.answers.put(c, vouching("api", KEY_A));
    Tenants two = app.keeping(2);
    TokenVerifier verifier = TestTenants.verifier(two);
    outcome(verifier, token(A, KEY_A));
    app.pass(Duration.ofSeconds(2));
    outcome(verifier, token(B, KEY_B));
    app.pass(Duration.ofSeconds(2));
    outcome(verifier, token(A, KEY_A));

    assertThat(outcome(verifier, token(c, KEY_A))).isEqualTo("ACCEPTED");

    assertThat(two.count()).isEqualTo(2);
    assertThat(app.sources.health()).extracting(KeyHealth::issuer).containsExactly(A, c);
    assertThat(outcome(verifier, token(A, KEY_A))).isEqualTo("ACCEPTED");
    assertThat(app.asked(A)).isEqualTo(1);
    assertThat(outcome(verifier, token(B, KEY_B))).isEqualTo("ACCEPTED");
    assertThat(app.asked(B)).isEqualTo(2);
  }

  @Test
  void areLetGoWhenNobodyUsesThem() {
    app.vouchForBoth();
    outcome(app.verifier(), token(A, KEY_A));

    app.pass(LIFETIME.minusNanos(1));
    app.tenants.sweep();
    assertThat(app.sources.health()).hasSize(1);
    app.pass(Duration.ofNanos(1));
    app.tenants.sweep();

    assertThat(app.sources.health()).isEmpty();
    assertThat(app.tenants.count()).isZero();
  }

  @Test
  void leaveNoKeysBehindWhileTokensOfTheirsAreRemembered() {
    List<WeakReference<JwkSource>> keys = new ArrayList<>();
    Standing.Known remembered = endedWith(keys);

    Awaitility.await()
        .until(
            () -> {
              System.gc();
              return keys.get(0).refersTo(null);
            });
    assertThat(remembered.issuer().believed().getAsBoolean()).isFalse();
    assertThat(remembered.issuer().keysFor("key", JwsAlgorithm.RS256))
        .isInstanceOf(KeyLookup.Unavailable.class);
  }

  private Standing.Known endedWith(List<WeakReference<JwkSource>> held) {
    JwkSource keys = app.sources.openForTenant(A, TestTenants.keys(KEY_A));
    held.add(new WeakReference<>(keys));
    Tenant tenant = new Tenant(A, (Vouched) vouching("api", KEY_A).get(), keys, app.tenants);
    tenant.end().ifPresent(app.sources::close);
    return (Standing.Known) tenant.standing();
  }
}
