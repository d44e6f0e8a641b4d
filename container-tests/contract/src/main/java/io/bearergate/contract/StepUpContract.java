package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.test.TestToken;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that ask how, and how long ago, the user signed in (RFC 9470). */
@DisplayName("RS.13 step-up")
public abstract class StepUpContract extends SharedApiContract {

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mfa", "phr"})
  @DisplayName("RS.13 + acr_values: either level of the rule")
  void admitsEitherLevel(String acr) {
    assertThat(api.get("/api/mfa", api.token(t -> t.claim("acr", acr))).status()).isEqualTo(200);
  }

  static Stream<Named<UnaryOperator<TestToken>>> otherLevels() {
    return Stream.of(
        Named.of("no acr", t -> t),
        Named.of("other level", t -> t.claim("acr", "pwd")),
        Named.of("other case", t -> t.claim("acr", "MFA")),
        Named.of("both in one", t -> t.claim("acr", "mfa phr")),
        Named.of("array", t -> t.claim("acr", List.of("mfa"))),
        Named.of("amr for acr", t -> t.claim("amr", List.of("mfa"))),
        Named.of("scope for acr", t -> t.scope("mfa")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherLevels")
  @DisplayName("RS.13 − acr_values: C5")
  void refusesOtherLevel(UnaryOperator<TestToken> change) {
    Refusal.C5_ACR.isGivenBy(api.get("/api/mfa", api.token(change)));
  }

  @Test
  @DisplayName("RS.13 + max_age: until the last second of age and leeway; − C5 one later")
  void admitsUntilAgeAndLeewayAreOver() {
    String token = signedIn(0);

    api.clock().advance(Duration.ofSeconds(330));
    assertThat(fresh(token).status()).isEqualTo(200);
    api.clock().advance(Duration.ofSeconds(1));
    Refusal.C5_MAX_AGE.isGivenBy(fresh(token));
  }

  @Test
  @DisplayName("RS.13 + max_age: a sign-in ahead by the leeway; − C5 by more")
  void admitsNoSignInStillAhead() {
    assertThat(fresh(signedIn(-30)).status()).isEqualTo(200);
    Refusal.C5_MAX_AGE.isGivenBy(fresh(signedIn(-31)));
  }

  @Test
  @DisplayName("RS.13 − max_age: one second over where the leeway is zero")
  void grantsNoTimeWithoutLeeway() {
    try (TestApi strict = NotesApi.on(api()).set(Setting.LEEWAY, "0s").start()) {
      long now = strict.now().getEpochSecond();
      String old = strict.token(t -> t.claim("auth_time", now - 301));
      String young = strict.token(t -> t.claim("auth_time", now - 300));

      assertThat(strict.get("/api/fresh", young).status()).isEqualTo(200);
      Refusal.C5_MAX_AGE.isGivenBy(strict.get("/api/fresh", old));
    }
  }

  static Stream<Named<UnaryOperator<TestToken>>> noTimes() {
    return Stream.of(
        Named.of("no auth_time", t -> t),
        Named.of("text", t -> t.claim("auth_time", "1767225600")),
        Named.of("array", t -> t.claim("auth_time", List.of(1767225600))),
        Named.of("negative", t -> t.claim("auth_time", -1)),
        Named.of("beyond the year 9999", t -> t.claim("auth_time", 253_402_300_800L)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noTimes")
  @DisplayName("RS.13 − max_age: C5 where the token does not say when")
  void refusesTokenThatDoesNotSayWhen(UnaryOperator<TestToken> change) {
    Refusal.C5_MAX_AGE.isGivenBy(fresh(api.token(change)));
  }

  @Test
  @DisplayName("RS.13 − both are told, whichever is missing")
  void tellsAllThatRuleAsks() {
    long now = api.now().getEpochSecond();
    String stale = api.token(t -> t.claim("acr", "mfa").claim("auth_time", now - 900));
    String weak = api.token(t -> t.claim("acr", "pwd").claim("auth_time", now));
    String good = api.token(t -> t.claim("acr", "mfa").claim("auth_time", now).scope("pay"));

    Refusal.C5_BOTH.isGivenBy(api.get("/api/pay", stale));
    Refusal.C5_BOTH.isGivenBy(api.get("/api/pay", weak));
    assertThat(api.get("/api/pay", good).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.1 step 14 before step 15: C5, although the scope is missing too")
  void asksForSignInBeforeScope() {
    Refusal.C5_BOTH.isGivenBy(api.get("/api/pay", api.token()));
  }

  @Test
  @DisplayName("RS.1 step 11 before step 14: C1x, although the sign-in is too old")
  void refusesExpiredTokenBeforeAskingForSignIn() {
    Refusal.C1X.isGivenBy(fresh(api.token(t -> t.expiringAt(api.now().minusSeconds(30)))));
  }

  @Test
  @DisplayName("RS.13 asks nobody without a token how he signed in: C0")
  void asksForTokenFirst() {
    Refusal.C0.isGivenBy(api.get("/api/fresh"));
  }

  private String signedIn(long secondsAgo) {
    long when = api.now().getEpochSecond() - secondsAgo;
    return api.token(t -> t.claim("auth_time", when).expiringAt(api.now().plusSeconds(600)));
  }

  private Answer fresh(String token) {
    return api.get("/api/fresh", token);
  }
}
