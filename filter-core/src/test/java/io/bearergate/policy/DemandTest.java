package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import io.bearergate.token.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static final AccessToken TOKEN =
      TestTokens.with(
          Map.of(
              "scope",
              "s1 s2",
              "permissions",
              List.of("p1", "p2"),
              "roles",
              List.of("r1", "r2"),
              "client_id",
              "c1",
              "aud",
              List.of("a1", "a2"),
              "authorization_details",
              List.of(Map.of("type", "t1", "actions", List.of("read")), Map.of("type", "t.2"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token",
        "scope s1",
        "scope s1 s2",
        "any-scope x s2",
        "permission p1 p2",
        "role x r2",
        "client x c1",
        "audience x a2",
        "authorization-details t1",
        "authorization-details t1.read",
        "authorization-details \"t.2\"",
        "authorization-details t1.read, authorization-details \"t.2\"",
        "token, scope s1, scope s2, any-scope s1 x, permission p1, role r1, client c1",
      })
  void isMetBy(String requirement) {
    assertThat(missing(requirement)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope s1 x | MISSING_SCOPE",
        "scope S1 | MISSING_SCOPE",
        "scope p1 | MISSING_SCOPE",
        "scope r1 | MISSING_SCOPE",
        "any-scope x y | MISSING_SCOPE",
        "permission p1 x | MISSING_PERMISSION",
        "permission s1 | MISSING_PERMISSION",
        "permission r1 | MISSING_PERMISSION",
        "role x y | MISSING_ROLE",
        "role s1 | MISSING_ROLE",
        "role p1 | MISSING_ROLE",
        "client x | WRONG_CLIENT",
        "audience x | WRONG_AUDIENCE",
        "audience a | WRONG_AUDIENCE",
        "audience s1 | WRONG_AUDIENCE",
        "scope x, role y, acr z, audience a | WRONG_AUDIENCE",
        "authorization-details t | MISSING_AUTHORIZATION_DETAILS",
        "authorization-details T1 | MISSING_AUTHORIZATION_DETAILS",
        "authorization-details t1.write | MISSING_AUTHORIZATION_DETAILS",
        "authorization-details t.2 | MISSING_AUTHORIZATION_DETAILS",
        "authorization-details \"t1.read\" | MISSING_AUTHORIZATION_DETAILS",
        "authorization-details t1, authorization-details x | MISSING_AUTHORIZATION_DETAILS",
        "sender-constrained | UNBOUND_TOKEN",
        "scope x, acr z, sender-constrained | UNBOUND_TOKEN",
        "scope s1, role x | MISSING_ROLE",
        "role x, scope y | MISSING_ROLE",
      })
  void isNotMetBy(String requirement, Reason reason) {
    assertThat(missing(requirement)).map(Rejection::reason).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope s1 x | s1 x",
        "any-scope x y | x y",
        "scope a, any-scope b c, scope a d | a b c d",
        "role r1, scope x | x",
      })
  void tellsEveryScopeOfTheRule(String requirement, String scopes) {
    assertThat(missing(requirement)).map(Rejection::told).contains(Map.of("scope", scopes));
  }

  @ParameterizedTest
  @CsvSource({"permission x", "role x", "client x", "audience x", "authorization-details x"})
  void tellsNothingOfAnythingElse(String requirement) {
    assertThat(missing(requirement)).map(Rejection::told).contains(Map.of());
  }

  @Test
  void isMetByATokenThatIsBoundToItsSender() {
    Requirement.Token rule = (Requirement.Token) requirement("sender-constrained");
    AccessToken bound = TestTokens.with(Map.of("cnf", Map.of("jkt", "thumbprint")));

    assertThat(rule.missingFrom(bound, NOW)).isEmpty();
  }

  @Test
  void isNotMetByATokenForNoClient() {
    Requirement.Token rule = (Requirement.Token) requirement("client c1");

    assertThat(rule.missingFrom(TestTokens.with(Map.of()), NOW))
        .map(Rejection::reason)
        .contains(Reason.WRONG_CLIENT);
  }

  private static Optional<Rejection> missing(String requirement) {
    return ((Requirement.Token) requirement(requirement)).missingFrom(TOKEN, NOW);
  }

  private static Requirement requirement(String text) {
    return Policy.parse("/** " + text).requirementFor("GET", "/x");
  }
}
