package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.CLIENT_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.TOO_LONG_LIVED;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that a setting switches on, and the one of the principal. */
class OtherChecksTest {

  private static Optional<Rejection.Reason> ask(TokenCheck check, TestClaims claims) {
    return check.check(claims.claims(), NOW).map(Rejection::reason);
  }

  @Nested
  class Principal {

    private final PrincipalNamed check = new PrincipalNamed(ClaimPath.parse("sub"));

    @Test
    void admitsANamedPrincipal() {
      assertThat(ask(check, TestClaims.valid())).isEmpty();
    }

    @Test
    void refusesTokenWithoutPrincipal() {
      assertThat(ask(check, TestClaims.valid().without("sub"))).contains(MISSING_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "alice\nroot", "alice\u0000"})
    void refusesPrincipalThatIsBlankOrHoldsControlCharacters(String name) {
      assertThat(ask(check, TestClaims.valid().with("sub", name))).contains(MISSING_CLAIM);
    }

    @Test
    void refusesSubjectThatIsNoStringAlsoWhenAnotherClaimNamesThePrincipal() {
      PrincipalNamed byClient = new PrincipalNamed(ClaimPath.parse("azp"));
      TestClaims claims = TestClaims.valid().with("azp", "app").with("sub", 7L);

      assertThat(ask(byClient, claims)).contains(MALFORMED_CLAIM);
    }

    @Test
    void admitsTokenWithoutSubjectWhenAnotherClaimNamesThePrincipal() {
      PrincipalNamed byClient = new PrincipalNamed(ClaimPath.parse("azp"));

      assertThat(ask(byClient, TestClaims.valid().with("azp", "app").without("sub"))).isEmpty();
    }
  }

  @Nested
  class Required {

    private final RequiredClaims check =
        new RequiredClaims(
            List.of(
                new RequiredClaim(List.of(ClaimPath.parse("org_id")), List.of()),
                new RequiredClaim(List.of(ClaimPath.parse("token_use")), List.of("access"))));

    @Test
    void admitsTokenWithAllOfThem() {
      assertThat(ask(check, complete())).isEmpty();
    }

    @Test
    void refusesTokenWithoutOneOfThem() {
      assertThat(ask(check, complete().without("org_id"))).contains(MISSING_CLAIM);
    }

    @Test
    void refusesTokenWithAnotherValue() {
      assertThat(ask(check, complete().with("token_use", "id"))).contains(MISSING_CLAIM);
    }

    @Test
    void admitsTheValueAmongOthersInAnArray() {
      assertThat(ask(check, complete().with("token_use", List.of("id", "access")))).isEmpty();
    }

    @Test
    void comparesTruthValuesAsJsonWritesThem() {
      RequiredClaims verified =
          new RequiredClaims(
              List.of(
                  new RequiredClaim(List.of(ClaimPath.parse("email_verified")), List.of("true"))));

      assertThat(ask(verified, TestClaims.valid().with("email_verified", true))).isEmpty();
      assertThat(ask(verified, TestClaims.valid().with("email_verified", false)))
          .contains(MISSING_CLAIM);
    }

    @Test
    void admitsAnyOfTheValuesAndNoOther() {
      RequiredClaims either =
          new RequiredClaims(
              List.of(
                  new RequiredClaim(List.of(ClaimPath.parse("typ")), List.of("Bearer", "DPoP"))));

      assertThat(ask(either, TestClaims.valid().with("typ", "DPoP"))).isEmpty();
      assertThat(ask(either, TestClaims.valid().with("typ", "ID"))).contains(MISSING_CLAIM);
      assertThat(ask(either, TestClaims.valid())).contains(MISSING_CLAIM);
    }

    @Test
    void admitsAnyOfTheClaims() {
      RequiredClaims either =
          new RequiredClaims(
              List.of(
                  new RequiredClaim(
                      List.of(ClaimPath.parse("azp"), ClaimPath.parse("appid")), List.of())));

      assertThat(ask(either, TestClaims.valid().with("appid", "web"))).isEmpty();
      assertThat(ask(either, TestClaims.valid().with("client", "web"))).contains(MISSING_CLAIM);
    }

    private static TestClaims complete() {
      return TestClaims.valid().with("org_id", "o1").with("token_use", "access");
    }
  }

  @Nested
  class Clients {

    private final AllowedClients check =
        new AllowedClients(Set.of("web1"), TestClaims.names().client());

    @ParameterizedTest
    @ValueSource(strings = {"azp", "client_id"})
    void admitsAnAllowedClient(String claim) {
      assertThat(ask(check, TestClaims.valid().with(claim, "web1"))).isEmpty();
    }

    @Test
    void refusesAnotherClient() {
      assertThat(ask(check, TestClaims.valid().with("azp", "web2"))).contains(CLIENT_NOT_ALLOWED);
    }

    @Test
    void refusesTokenThatNamesNoClient() {
      assertThat(ask(check, TestClaims.valid())).contains(CLIENT_NOT_ALLOWED);
    }

    @Test
    void refusesTokenWhoseClientIdIsAnotherThanItsAuthorizedParty() {
      TestClaims claims = TestClaims.valid().with("azp", "web1").with("client_id", "web2");

      assertThat(ask(check, claims)).contains(CLIENT_NOT_ALLOWED);
    }
  }

  @Nested
  class Lifetime {

    private final LifetimeBound check = new LifetimeBound(Duration.ofMinutes(5));

    @Test
    void admitsTokenOfTheLongestLife() {
      assertThat(ask(check, TestClaims.valid().expiringAt(NOW.plusSeconds(300)))).isEmpty();
    }

    @Test
    void refusesTokenOfALongerLife() {
      assertThat(ask(check, TestClaims.valid().expiringAt(NOW.plusSeconds(301))))
          .contains(TOO_LONG_LIVED);
    }

    @Test
    void refusesTokenThatDoesNotSayWhenItWasIssued() {
      assertThat(ask(check, TestClaims.valid().without("iat"))).contains(MISSING_CLAIM);
    }
  }

  @Nested
  class Profile9068 {

    private final AccessTokenProfile check = new AccessTokenProfile();

    @Test
    void admitsTokenWithEveryRequiredClaim() {
      assertThat(ask(check, complete())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "client_id", "jti", "iat", "aud"})
    void refusesTokenWithoutOneOfThem(String claim) {
      assertThat(ask(check, complete().without(claim))).contains(MISSING_CLAIM);
    }

    @Test
    void refusesClaimOfAnotherType() {
      assertThat(ask(check, complete().with("jti", Map.of()))).contains(MISSING_CLAIM);
    }

    private static TestClaims complete() {
      return TestClaims.valid().with("client_id", "web1").with("jti", "73WakrfVbN");
    }
  }
}
