package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import io.bearergate.token.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static boolean isMet(Requirement requirement, Map<String, Object> claims) {
    AccessToken token = TestTokens.with(claims);
    return ((Requirement.Token) requirement).missingFrom(token, NOW).isEmpty();
  }

  @Test
  void wantsEveryScope() {
    Requirement both = Requirement.scopes(List.of("a", "b"));

    assertThat(isMet(both, Map.of("scope", "b a c"))).isTrue();
    assertThat(isMet(both, Map.of("scope", "a"))).isFalse();
  }

  @Test
  void wantsEveryPermission() {
    Requirement both = Requirement.permissions(List.of("a", "b"));

    assertThat(isMet(both, Map.of("permissions", List.of("a", "b")))).isTrue();
    assertThat(isMet(both, Map.of("permissions", List.of("a"), "scope", "b"))).isFalse();
  }

  @Test
  void wantsOneOfTheRolesWhoseNamesMayHoldSpaces() {
    Requirement either = Requirement.anyRole(List.of("a", "Chief Accountant"));

    assertThat(isMet(either, Map.of("roles", List.of("Chief Accountant")))).isTrue();
    assertThat(isMet(either, Map.of("roles", List.of("Chief", "Accountant")))).isFalse();
  }

  @Test
  void wantsOneOfTheLevels() {
    Requirement either = Requirement.anyAcr(List.of("mfa", "phr"));

    assertThat(isMet(either, Map.of("acr", "phr"))).isTrue();
    assertThat(isMet(either, Map.of("acr", "pwd"))).isFalse();
  }

  @Test
  void wantsSignInOfThatAgeWithTheLeewayItIsGranted() {
    Requirement recent = Requirement.maxAge("5m");
    Map<String, Object> signedIn = Map.of("auth_time", NOW.getEpochSecond() - 330);

    assertThat(isMet(recent.granting(Duration.ofSeconds(30)), signedIn)).isTrue();
    assertThat(isMet(recent.granting(Duration.ofSeconds(29)), signedIn)).isFalse();
    assertThat(isMet(recent, signedIn)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "0s", "366d", "5m 6m"})
  void refusesWhatIsNoAge(String age) {
    assertThatThrownBy(() -> Requirement.maxAge(age))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("max-age");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\"b", "ä"})
  void refusesWhatNoChallengeCanName(String name) {
    assertThatThrownBy(() -> Requirement.scopes(List.of(name)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Requirement.anyAcr(List.of(name)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToAskForNothing() {
    assertThatThrownBy(() -> Requirement.scopes(List.of())).hasMessageContaining("needs a value");
    assertThatThrownBy(() -> Requirement.permissions(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Requirement.anyRole(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Requirement.anyAcr(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void joinsTwoLevelsEachTellingItsOwn() {
    Requirement both = Requirement.anyAcr(List.of("mfa")).and(Requirement.anyAcr(List.of("phr")));
    AccessToken mfa = TestTokens.with(Map.of("acr", "mfa"));

    assertThat(((Requirement.Token) both).missingFrom(mfa, NOW).map(Rejection::told))
        .contains(Map.of("acr_values", "phr"));
  }

  @Test
  void isOptionalOnlyIfBothAre() {
    Requirement optional = new Requirement.Token(true, List.of());
    Requirement token = new Requirement.Token(false, List.of());

    assertThat(((Requirement.Token) optional.and(token)).optional()).isFalse();
    assertThat(((Requirement.Token) optional.and(optional)).optional()).isTrue();
    assertThat(optional.and(new Requirement.Open())).isSameAs(optional);
  }
}
