package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RS.13 step-up")
class StepUpTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration LEEWAY = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(strings = {"mfa", "phr"})
  void takesAnyOfTheLevels(String acr) {
    assertThat(missing("acr mfa phr", Map.of("acr", acr))).isEmpty();
  }

  static List<Map<String, Object>> otherLevels() {
    return List.of(
        Map.of(),
        Map.of("acr", "pwd"),
        Map.of("acr", "MFA"),
        Map.of("acr", "mfa phr"),
        Map.of("acr", List.of("mfa")),
        Map.of("acr", 1L),
        Map.of("amr", List.of("mfa")));
  }

  @ParameterizedTest
  @MethodSource("otherLevels")
  void refusesEveryOtherLevelAndNone(Map<String, Object> claims) {
    assertThat(missing("acr mfa phr", claims))
        .contains(
            new Rejection(
                Reason.INSUFFICIENT_ACR,
                "acr is none of the rule's",
                Map.of("acr_values", "mfa phr")));
  }

  @ParameterizedTest(name = "{0} s ago")
  @ValueSource(longs = {330, 300, 0, -30})
  void takesASignInWithinTheAgeGiveOrTakeTheLeeway(long secondsAgo) {
    assertThat(missing("max-age 5m", signedIn(secondsAgo))).isEmpty();
  }

  @ParameterizedTest(name = "{0} s ago")
  @ValueSource(longs = {331, 86_400, -31})
  void refusesASignInTooLongAgoOrStillAhead(long secondsAgo) {
    assertThat(missing("max-age 5m", signedIn(secondsAgo)))
        .contains(
            new Rejection(
                Reason.AUTHENTICATION_TOO_OLD,
                "auth_time is missing or not recent",
                Map.of("max_age", "300")));
  }

  static List<Map<String, Object>> noTimes() {
    long now = NOW.getEpochSecond();
    return List.of(
        Map.of(),
        Map.of("auth_time", Long.toString(now)),
        Map.of("auth_time", List.of(now)),
        Map.of("auth_time", true),
        Map.of("auth_time", -1L),
        Map.of("auth_time", Long.MAX_VALUE),
        Map.of("iat", now));
  }

  @ParameterizedTest
  @MethodSource("noTimes")
  void refusesATokenThatDoesNotSayWhen(Map<String, Object> claims) {
    assertThat(missing("max-age 5m", claims))
        .map(Rejection::reason)
        .contains(Reason.AUTHENTICATION_TOO_OLD);
  }

  @ParameterizedTest
  @ValueSource(longs = {300, 0})
  void grantsNothingBeyondTheAgeWithoutLeeway(long secondsAgo) {
    Requirement.Token exact = (Requirement.Token) rule(Policy.parse("/** max-age 5m"));

    assertThat(exact.missingFrom(TestTokens.with(signedIn(secondsAgo)), NOW)).isEmpty();
    assertThat(exact.missingFrom(TestTokens.with(signedIn(secondsAgo)), NOW.plusSeconds(301)))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"pwd, 0, INSUFFICIENT_ACR", "mfa, 900, AUTHENTICATION_TOO_OLD"})
  void tellsAllThatTheRuleAsksOfTheSignIn(String acr, long secondsAgo, Reason reason) {
    Map<String, Object> claims = Map.of("acr", acr, "auth_time", NOW.getEpochSecond() - secondsAgo);

    Optional<Rejection> missing = missing("max-age 10m, acr mfa", claims);

    assertThat(missing).map(Rejection::reason).contains(reason);
    assertThat(missing)
        .map(Rejection::told)
        .contains(Map.of("acr_values", "mfa", "max_age", "600"));
  }

  @Test
  @DisplayName("RS.1 row 14 comes before row 15, however the rule is written")
  void isAskedBeforeScopes() {
    assertThat(missing("scope x, role y, acr mfa", Map.of()))
        .map(Rejection::reason)
        .contains(Reason.INSUFFICIENT_ACR);
  }

  private static Map<String, Object> signedIn(long secondsAgo) {
    return Map.of("auth_time", NOW.getEpochSecond() - secondsAgo);
  }

  private static Optional<Rejection> missing(String requirement, Map<String, Object> claims) {
    Requirement rule = rule(Policy.parse("/** " + requirement, LEEWAY));
    return ((Requirement.Token) rule).missingFrom(TestTokens.with(claims), NOW);
  }

  private static Requirement rule(Policy policy) {
    return policy.requirementFor("GET", "/x");
  }
}
