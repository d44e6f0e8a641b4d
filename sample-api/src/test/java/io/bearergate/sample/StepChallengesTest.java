package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of the sample is told at each step of the filter's checks, to the letter. */
class StepChallengesTest extends StageTest {

  private static final String ALGORITHMS =
      "algs=\"ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519\"";
  private static final String BARE = "Bearer realm=\"api\"";
  private static final String OFFER = "DPoP " + ALGORITHMS;
  private static final String BAD =
      "error=\"invalid_token\", error_description=\"The access token is invalid\"";

  private static final Expected C0 = new Expected(401, BARE, OFFER);
  private static final Expected C1 = new Expected(401, BARE + ", " + BAD, OFFER);
  private static final Expected C1_DPOP =
      new Expected(401, BARE, "DPoP " + BAD + ", " + ALGORITHMS);
  private static final Expected C1X =
      new Expected(
          401,
          BARE + ", error=\"invalid_token\", error_description=\"The access token expired\"",
          OFFER);
  private static final Expected C1D =
      new Expected(
          401,
          "DPoP error=\"invalid_token\", error_description=\"Invalid key binding\", " + ALGORITHMS);
  private static final Expected C2 =
      new Expected(
          403,
          BARE
              + ", error=\"insufficient_scope\", error_description=\"The access token lacks the"
              + " required scope\", scope=\"admin\"");
  private static final Expected C3 =
      new Expected(
          400, BARE + ", error=\"invalid_request\", error_description=\"Repeated credentials\"");

  /** An answer's status and the lines of its challenge. */
  private record Expected(int status, List<String> challenges) {
    Expected(int status, String... challenges) {
      this(status, List.of(challenges));
    }
  }

  static Stream<Arguments> steps() {
    long now = clock.instant().getEpochSecond();
    String good = minted(claims(""));
    String bearer = "Bearer " + good;
    return Stream.of(
        step("2 repeated header", C3, "Authorization", bearer, "Authorization", bearer),
        step("2 comma-joined values", C1, "Authorization", bearer + ", " + bearer),
        step("3 no header", C0),
        step("3 other scheme", C0, "Authorization", "Basic eA=="),
        step("4 no token", C1, "Authorization", "Bearer"),
        step("4 no b64token", C1, "Authorization", "Bearer a b"),
        step("4 too long", C1, "Authorization", "Bearer " + "a".repeat(16 * 1024 + 1)),
        step("5 no JWS", C1, "Authorization", "Bearer opaque"),
        step("5 five parts and no key", C1, "Authorization", "Bearer a.b.c.d.e"),
        with("6 iss of nobody here", C1, claims(",\"iss\":\"https://other.test/\"")),
        step("8 signature", C1, "Authorization", bearer.substring(0, bearer.length() - 4) + "AAAA"),
        with("9 iss without its slash", C1, slashless()),
        with("10 no exp", C1, claims(",\"exp\":null")),
        with("10 nbf ahead", C1, claims(",\"nbf\":" + (now + 31))),
        with("10 iat ahead", C1, claims(",\"iat\":" + (now + 31))),
        with("10 other aud", C1, claims(",\"aud\":\"" + Fixtures.BILLING_API + "\"")),
        with("10 no sub", C1, claims(",\"sub\":\"\"")),
        with("11 expired", C1X, claims(",\"exp\":" + (now - 30))),
        with("12 bound to a key, as Bearer", C1D, claims(",\"cnf\":{\"jkt\":\"x\"}")),
        with("12 bound to a certificate", C1, claims(",\"cnf\":{\"x5t#S256\":\"x\"}")),
        with("12 bound to who knows what", C1, claims(",\"cnf\":{\"kid\":\"x\"}")),
        step("12 unbound, as DPoP", C1_DPOP, "Authorization", "DPoP " + good));
  }

  private static Arguments step(String name, Expected expected, String... headers) {
    return Arguments.of(name, expected, headers);
  }

  private static Arguments with(String name, Expected expected, String claims) {
    return step(name, expected, "Authorization", "Bearer " + minted(claims));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("RS.1 RS.17 − the exact challenge of each step, and nothing besides")
  @MethodSource("steps")
  void challengesExactly(String step, Expected expected, String[] headers) {
    HttpResponse<String> refused = Wire.get(stage.api().address() + "api/whoami", headers);

    assertThat(told(refused)).as(step).isEqualTo(expected);
    assertGivesNothingAway(refused);
  }

  @Test
  @DisplayName("RS.1 − step 2: a token in the query is no credential")
  void readsNoQuery() {
    String uri = stage.api().address() + "api/whoami?access_token=" + minted(claims(""));

    assertThat(told(Wire.get(uri))).isEqualTo(C0);
  }

  @Test
  @DisplayName("RS.1 − step 15: the scope that is missing; but first whatever is wrong before")
  void asksForScopeLast() {
    long now = clock.instant().getEpochSecond();
    HttpResponse<String> refused = get("api/admin", minted(claims("")));

    assertThat(told(refused)).isEqualTo(C2);
    assertGivesNothingAway(refused);
    assertThat(told(get("api/admin", minted(claims(",\"exp\":" + (now - 30)))))).isEqualTo(C1X);
  }

  @ParameterizedTest
  @DisplayName("RS.14 − what only looks like the scope, and what is none: C2")
  @ValueSource(
      strings = {
        "\"scope\":\"administrator\"",
        "\"scope\":\"read:admin\"",
        "\"scope\":\"Admin\"",
        "\"scope\":\"ADMIN\"",
        "\"scope\":\"admin,read:notes\"",
        "\"scope\":\"read:notes\",\"permissions\":[\"admin\"]",
        "\"permissions\":[\"admin\"]",
        "\"roles\":[\"admin\"]"
      })
  void takesNothingElseForTheScope(String claim) {
    assertThat(told(get("api/admin", minted(claims("," + claim))))).isEqualTo(C2);
  }

  @Test
  @DisplayName("RS.14 + the scope itself, alone and among others")
  void takesTheScope() {
    assertThat(get("api/admin", minted(claims(",\"scope\":\"admin\""))).statusCode())
        .isEqualTo(200);
    assertThat(get("api/admin", minted(claims(",\"scope\":\"x admin\""))).statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("RS.15 + /public answers whatever comes along")
  void leavesPublicAlone() {
    long now = clock.instant().getEpochSecond();

    assertThat(get("public", "nonsense").statusCode()).isEqualTo(200);
    assertThat(get("public", minted(claims(",\"exp\":" + (now - 3600)))).statusCode())
        .isEqualTo(200);
    assertThat(
            Wire.get(stage.api().address() + "public", "Authorization", "x", "Authorization", "y")
                .statusCode())
        .isEqualTo(200);
  }

  private static Expected told(HttpResponse<String> refused) {
    return new Expected(refused.statusCode(), refused.headers().allValues("WWW-Authenticate"));
  }

  /** §4.4: neither what was expected nor what was sent, nor what the filter is made of. */
  private static void assertGivesNothingAway(HttpResponse<String> refused) {
    assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(refused.body() + refused.headers().map())
        .doesNotContain(
            stage.issuer().issuer(), Fixtures.NOTES_API, Fixtures.BILLING_API, "jwks", "eyJ")
        .doesNotContain("alice", "other.test", "RSA", "kid", "io.bearergate", "Exception");
  }

  private static String slashless() {
    String issuer = stage.issuer().issuer();
    return claims(",\"iss\":\"" + issuer.substring(0, issuer.length() - 1) + "\"");
  }

  /** Good claims, but for these members, which replace those of the same name. */
  private static String claims(String changes) {
    long now = clock.instant().getEpochSecond();
    return """
        {"iss":"%s","sub":"auth0|alice","aud":"%s","iat":%d,"exp":%d%s}
        """
        .formatted(stage.issuer().issuer(), Fixtures.NOTES_API, now, now + 3600, changes);
  }
}
