package io.bearergate.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bearergate.rejection.Challenge.HeaderField;
import io.bearergate.rejection.Rejection.Answer;
import io.bearergate.rejection.Rejection.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RS.1 the exact challenges")
class ChallengesTest {

  private final Challenges challenges = new Challenges("api", true, "", "");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NO_CREDENTIALS | 401 | Bearer realm=\"api\"",
        "REPEATED_CREDENTIALS | 400 | Bearer realm=\"api\", error=\"invalid_request\", error_description=\"Repeated credentials\"",
        "BAD_SIGNATURE | 401 | Bearer realm=\"api\", error=\"invalid_token\", error_description=\"The access token is invalid\"",
        "EXPIRED | 401 | Bearer realm=\"api\", error=\"invalid_token\", error_description=\"The access token expired\"",
        "INSUFFICIENT_ACR | 401 | Bearer realm=\"api\", error=\"insufficient_user_authentication\", error_description=\"A different authentication level is required\"",
        "NONCE_NOT_CURRENT | 401 | DPoP error=\"use_dpop_nonce\", error_description=\"Resource server requires nonce in DPoP proof\"",
        "MISSING_ROLE | 403 | Bearer realm=\"api\", error=\"insufficient_scope\"",
        "MISSING_PERMISSION | 403 | Bearer realm=\"api\", error=\"insufficient_scope\"",
        "WRONG_CLIENT | 403 | Bearer realm=\"api\", error=\"insufficient_scope\"",
      })
  void challengesExactly(Reason reason, int status, String challenge) {
    Challenge answer = challenges.answer(Rejection.of(reason, "for the log"), false, false);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).contains(new HeaderField("WWW-Authenticate", challenge));
  }

  @Test
  void namesTheScopesThatARuleWants() {
    Rejection missing =
        new Rejection(Reason.MISSING_SCOPE, "for the log", Map.of("scope", "read:notes admin"));

    assertThat(challenges.answer(missing, false, false).headers())
        .contains(
            new HeaderField(
                "WWW-Authenticate",
                "Bearer realm=\"api\", error=\"insufficient_scope\", error_description=\"The access token lacks the required scope\", scope=\"read:notes admin\""));
  }

  @Test
  void namesTheSignInThatARuleWants() {
    Rejection weak =
        new Rejection(
            Reason.INSUFFICIENT_ACR, "for the log", Map.of("max_age", "300", "acr_values", "mfa"));

    assertThat(challenges.answer(weak, false, false).headers())
        .contains(
            new HeaderField(
                "WWW-Authenticate",
                "Bearer realm=\"api\", error=\"insufficient_user_authentication\", error_description=\"A different authentication level is required\", acr_values=\"mfa\", max_age=\"300\""));
  }

  @ParameterizedTest(name = "{0}, under DPoP: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NO_CREDENTIALS | false | Bearer realm=\"api\" | DPoP algs=\"ES256 EdDSA\"",
        "BAD_SIGNATURE | false | Bearer realm=\"api\", error=\"invalid_token\", error_description=\"The access token is invalid\" | DPoP algs=\"ES256 EdDSA\"",
        "BAD_SIGNATURE | true | Bearer realm=\"api\" | DPoP error=\"invalid_token\", error_description=\"The access token is invalid\", algs=\"ES256 EdDSA\"",
        "EXPIRED | true | Bearer realm=\"api\" | DPoP error=\"invalid_token\", error_description=\"The access token expired\", algs=\"ES256 EdDSA\"",
        "MISSING_PROOF | true | DPoP error=\"invalid_token\", error_description=\"Invalid key binding\", algs=\"ES256 EdDSA\" |",
        "DOWNGRADED_TOKEN | false | DPoP error=\"invalid_token\", error_description=\"Invalid key binding\", algs=\"ES256 EdDSA\" |",
        "PROOF_REPLAYED | true | DPoP error=\"invalid_dpop_proof\", error_description=\"Invalid DPoP proof\", algs=\"ES256 EdDSA\" |",
        "REPEATED_CREDENTIALS | false | Bearer realm=\"api\", error=\"invalid_request\", error_description=\"Repeated credentials\" |",
        "MISSING_ROLE | false | Bearer realm=\"api\", error=\"insufficient_scope\" |",
        "MISSING_ROLE | true | DPoP realm=\"api\", error=\"insufficient_scope\" |",
        "INSUFFICIENT_ACR | true | DPoP realm=\"api\", error=\"insufficient_user_authentication\", error_description=\"A different authentication level is required\" |",
      })
  void challengesByBothSchemes(Reason reason, boolean underDpop, String first, String second) {
    Challenges both = new Challenges("api", true, "ES256 EdDSA", "");

    Challenge answer = both.answer(Rejection.of(reason, "for the log"), underDpop, false);

    assertThat(answer.headers().stream().filter(h -> h.name().equals("WWW-Authenticate")))
        .extracting(HeaderField::value)
        .containsExactlyElementsOf(Stream.of(first, second).filter(Objects::nonNull).toList());
  }

  @Test
  void offersNoDpopUnderWhichNoneIsTaken() {
    Challenge answer =
        challenges.answer(Rejection.of(Reason.UNBOUND_TOKEN, "for the log"), true, false);

    assertThat(answer.headers())
        .extracting(HeaderField::value)
        .noneMatch(value -> value.startsWith("DPoP"));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  @DisplayName("RS.16 every challenge but that of a proof names the metadata, last")
  void namesTheMetadataInEveryChallenge(Reason reason) {
    String url = "https://api.example.com/.well-known/oauth-protected-resource";
    Rejection rejection = new Rejection(reason, "", Map.of("scope", "x"));
    Challenges published = new Challenges("api", true, "", url);

    boolean ofProof =
        reason.answer() == Answer.INVALID_PROOF || reason.answer() == Answer.NONCE_WANTED;
    String named = ofProof ? "" : ", resource_metadata=\"" + url + "\"";

    assertThat(challenge(published.answer(rejection, false, false)))
        .isEqualTo(challenge(challenges.answer(rejection, false, false)).map(l -> l + named));
  }

  @ParameterizedTest
  @CsvSource({"BAD_SIGNATURE, true", "EXPIRED, true", "DOWNGRADED_TOKEN, false"})
  @DisplayName("RS.16 under DPoP the line with the error names the metadata, after algs")
  void namesTheMetadataUnderDpop(Reason reason, boolean underDpop) {
    String url = "https://api.example.com/.well-known/oauth-protected-resource";
    Challenges published = new Challenges("api", true, "ES256", url);

    assertThat(published.answer(Rejection.of(reason, ""), underDpop, false).headers())
        .extracting(HeaderField::value)
        .filteredOn(line -> line.startsWith("DPoP"))
        .singleElement()
        .asString()
        .endsWith(", algs=\"ES256\", resource_metadata=\"" + url + "\"");
  }

  private static Optional<String> challenge(Challenge answer) {
    return answer.headers().stream()
        .filter(field -> field.name().equals("WWW-Authenticate"))
        .map(HeaderField::value)
        .findFirst();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENIED", "METHOD_NOT_COVERED", "AMBIGUOUS_PATH"})
  void challengesNobodyWhereNoTokenHelps(Reason reason) {
    Challenge answer = challenges.answer(Rejection.of(reason, "for the log"), false, false);

    assertThat(answer.headers()).extracting(HeaderField::name).doesNotContain("WWW-Authenticate");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void tellsWhichOfTheBadTokensOnlyOfAnExpiredOne(Reason reason) {
    Challenge answer = challenges.answer(Rejection.of(reason, "for the log"), false, false);

    boolean expected = reason == Reason.EXPIRED;
    assertThat(answer.body().contains("\"code\":\"expired\"")).isEqualTo(expected);
    assertThat(answer.body() + answer.headers()).doesNotContain("for the log");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void answersEveryBadTokenAlike(Reason reason) {
    if (reason.answer() == Answer.INVALID_TOKEN && reason != Reason.EXPIRED) {
      assertThat(challenges.answer(Rejection.of(reason, "x"), false, false))
          .isEqualTo(challenges.answer(Rejection.of(Reason.BAD_SIGNATURE, "y"), false, false));
    } else {
      assertThat(challenges.answer(Rejection.of(reason, "x"), false, false))
          .isNotEqualTo(challenges.answer(Rejection.of(Reason.BAD_SIGNATURE, "y"), false, false));
    }
  }

  @Test
  void saysWhenToComeAgainAndChallengesNobodyWithoutKeys() {
    Challenge answer = challenges.unavailable(Duration.ofSeconds(5), false);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).contains(new HeaderField("Retry-After", "5"));
    assertThat(answer.headers()).extracting(HeaderField::name).doesNotContain("WWW-Authenticate");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1001, 2", "5000, 5"})
  void roundsRetryAfterUpToWholeSeconds(long millis, String seconds) {
    assertThat(challenges.unavailable(Duration.ofMillis(millis), false).headers())
        .contains(new HeaderField("Retry-After", seconds));
  }

  @Test
  void forbidsStoringEveryAnswer() {
    assertThat(challenges.answer(Rejection.of(Reason.DENIED, ""), false, false).headers())
        .contains(new HeaderField("Cache-Control", "no-store"));
  }

  @Test
  void letsABrowsersScriptReadTheChallenge() {
    assertThat(challenges.answer(Rejection.of(Reason.NO_CREDENTIALS, ""), false, true).headers())
        .contains(new HeaderField("Access-Control-Expose-Headers", "WWW-Authenticate, DPoP-Nonce"));
  }

  @Test
  void hasAProblemBody() {
    Challenge answer = challenges.answer(Rejection.of(Reason.EXPIRED, ""), false, false);

    assertThat(answer.headers())
        .contains(new HeaderField("Content-Type", "application/problem+json"));
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"error\":\"invalid_token\",\"code\":\"expired\"}");
  }

  @Test
  void hasNoBodyWhenSetSo() {
    Challenge answer =
        new Challenges("api", false, "", "").answer(Rejection.of(Reason.EXPIRED, ""), false, false);

    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers()).extracting(HeaderField::name).doesNotContain("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "a\r\nb", "é"})
  void refusesARealmThatWouldNeedEscaping(String realm) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Challenges(realm, true, "", ""));
  }
}
