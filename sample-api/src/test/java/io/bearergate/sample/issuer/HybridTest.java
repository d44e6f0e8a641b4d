package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.FormPostTest.leftHalfOfHash;
import static io.bearergate.sample.issuer.FormPostTest.posted;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HybridTest extends IssuerTest {

  @ParameterizedTest
  @DisplayName("F10.1 + a code and an ID token whose c_hash is the code's, in any order of words")
  @ValueSource(strings = {"code id_token", "id_token code"})
  void tiesCodeToIdToken(String type) throws Exception {
    Map<String, String> asked = Requests.with(Requests.hybrid(), "response_type", type);

    Map<String, String> fields = answer(server, asked);

    assertThat(fields).containsOnlyKeys("code", "id_token", "state", "iss");
    JWTClaimsSet claims = Parsed.claims(fields.get("id_token"));
    assertThat(claims.getStringClaim("c_hash")).isEqualTo(leftHalfOfHash(fields.get("code")));
    assertThat(claims.getStringClaim("nonce")).isEqualTo("n-41aa");
    assertThat(claims.getClaims()).doesNotContainKeys("at_hash", "s_hash");
  }

  @Test
  @DisplayName("F10.1 + the code is traded in, and the second ID token tells of the same login")
  void tellsOfTheSameLoginTwice() throws Exception {
    Map<String, String> asked = Requests.with(Requests.hybrid(), "max_age", "300");
    Map<String, String> fields = answer(server, asked);
    JWTClaimsSet first = Parsed.claims(fields.get("id_token"));
    clock.advance(Duration.ofSeconds(5));

    HttpResponse<String> redeemed = redeemAsHybrid(fields.get("code"));

    assertThat(redeemed.statusCode()).isEqualTo(200);
    JWTClaimsSet second = Parsed.claims(Parsed.member(redeemed, "id_token"));
    for (String claim : List.of("iss", "sub", "nonce", "auth_time", "sid")) {
      assertThat(second.getClaim(claim)).as(claim).isEqualTo(first.getClaim(claim)).isNotNull();
    }
    assertThat(Parsed.claims(Parsed.member(redeemed, "access_token")).getAudience())
        .contains(Fixtures.NOTES_API);
  }

  @Test
  @DisplayName("F10.1 + for a FAPI client the ID token has the hash of the state, too")
  void hashesStateForFapi() throws Exception {
    try (MockAuthorizationServer other = amended("hyb1", Map.of("fapi", true))) {
      Map<String, String> fields = answer(other, Requests.hybrid());

      assertThat(Parsed.claims(fields.get("id_token")).getStringClaim("s_hash"))
          .isEqualTo(leftHalfOfHash("st-8f1c"));
    }
  }

  @Test
  @DisplayName("F10.3 − a missing nonce is invalid_request")
  void demandsNonce() {
    HttpResponse<String> page = browser().authorize(Requests.without(Requests.hybrid(), "nonce"));

    assertThat(posted(page, Requests.HYBRID_CALLBACK))
        .containsEntry("error", "invalid_request")
        .doesNotContainKeys("code", "id_token");
  }

  @ParameterizedTest
  @DisplayName("F10.4 − query and fragment are refused by a page")
  @ValueSource(strings = {"query", "fragment", ""})
  void putsNoTokenIntoAnAddress(String mode) {
    HttpResponse<String> answer =
        browser().authorize(Requests.with(Requests.hybrid(), "response_mode", mode));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("invalid_request");
  }

  @ParameterizedTest
  @DisplayName("F10.5 − code token and code id_token token by default")
  @ValueSource(strings = {"code token", "code id_token token", "token id_token code"})
  void issuesNoAccessTokenByDefault(String type) {
    HttpResponse<String> page =
        browser().authorize(Requests.with(Requests.hybrid(), "response_type", type));

    assertThat(posted(page, Requests.HYBRID_CALLBACK))
        .containsEntry("error", "unsupported_response_type")
        .doesNotContainKeys("access_token", "code");
  }

  @Test
  @DisplayName("F10.6 + with the flag at_hash and c_hash are right")
  void tiesAllThreeTogether() throws Exception {
    try (MockAuthorizationServer other = amended("hyb1", FLAG)) {
      Map<String, String> fields = answer(other, "code id_token token");

      JWTClaimsSet claims = Parsed.claims(fields.get("id_token"));
      assertThat(claims.getStringClaim("c_hash")).isEqualTo(leftHalfOfHash(fields.get("code")));
      assertThat(claims.getStringClaim("at_hash"))
          .isEqualTo(leftHalfOfHash(fields.get("access_token")));
    }
  }

  @ParameterizedTest
  @DisplayName("F10.6 + a front-channel access token lives 7200 s, and is never offline")
  @ValueSource(strings = {"code token", "code id_token token"})
  void keepsFrontChannelTokenShort(String type) {
    try (MockAuthorizationServer other = amended("hyb1", FLAG)) {
      Map<String, String> fields = answer(other, type);

      JWTClaimsSet claims = Parsed.claims(fields.get("access_token"));
      assertThat(fields)
          .containsEntry("expires_in", "7200")
          .containsEntry("token_type", "Bearer")
          .containsEntry("scope", "openid profile read:notes")
          .doesNotContainKey("refresh_token");
      assertThat(claims.getExpirationTime().toInstant())
          .isEqualTo(clock.instant().plusSeconds(7200));
      assertThat(claims.getClaim("scope")).isEqualTo("openid profile read:notes");
    }
  }

  @Test
  @DisplayName("F10.6 − an opaque one is nobody's at /userinfo after 7200 s")
  void endsOpaqueFrontChannelToken() {
    try (MockAuthorizationServer other = amended("hyb1", FLAG)) {
      Map<String, String> asked =
          Requests.with(Requests.hybrid(), "response_type", "code id_token token");
      String bearer =
          "Bearer " + answer(other, Requests.without(asked, "audience")).get("access_token");

      clock.advance(Duration.ofSeconds(7199));
      assertThat(Wire.get(other.issuer() + "userinfo", "Authorization", bearer).statusCode())
          .isEqualTo(200);
      clock.advance(Duration.ofSeconds(1));
      assertThat(Wire.get(other.issuer() + "userinfo", "Authorization", bearer).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  @DisplayName("F10.7 − a public client is unauthorized_client, even if it is registered for it")
  void refusesPublicClient() {
    Map<String, Object> registered =
        Map.of(
            "auth_methods", List.of("none"),
            "grant_types", List.of("authorization_code", "implicit"));
    try (MockAuthorizationServer other = amended("hyb1", registered)) {
      HttpResponse<String> page = new UserAgent(other.issuer()).authorize(Requests.hybrid());

      assertThat(posted(page, Requests.HYBRID_CALLBACK))
          .containsEntry("error", "unauthorized_client");
    }
  }

  @ParameterizedTest
  @DisplayName("F10.9 − a client with only one of the two grants is unauthorized_client")
  @CsvSource({"authorization_code", "implicit"})
  void demandsBothGrants(String only) {
    try (MockAuthorizationServer other = amended("hyb1", Map.of("grant_types", List.of(only)))) {
      HttpResponse<String> page = new UserAgent(other.issuer()).authorize(Requests.hybrid());

      assertThat(posted(page, Requests.HYBRID_CALLBACK))
          .containsEntry("error", "unauthorized_client");
    }
  }

  @Test
  @DisplayName("F10 − a wrong verifier at the token endpoint is invalid_grant, as in F02")
  void holdsVerifierAgainstChallenge() {
    String code = answer(server, Requests.hybrid()).get("code");
    Map<String, String> form =
        Requests.with(
            Requests.redemption(code, Requests.HYBRID_CALLBACK), "code_verifier", "a".repeat(43));

    HttpResponse<String> refused = tokenAsHybrid(form);

    assertThat(Parsed.member(refused, "error")).isEqualTo("invalid_grant");
  }

  private static final Map<String, Object> FLAG = Map.of("allow_front_channel_token", true);

  private HttpResponse<String> redeemAsHybrid(String code) {
    return tokenAsHybrid(Requests.redemption(code, Requests.HYBRID_CALLBACK));
  }

  private HttpResponse<String> tokenAsHybrid(Map<String, String> form) {
    return token(form, "Authorization", Wire.basic("hyb1", Fixtures.clientSecret("hyb1")));
  }

  private static MockAuthorizationServer amended(String clientId, Map<String, ?> members) {
    MockAuthorizationServer other = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock));
    other.amend(clientId, members);
    return other;
  }

  private static Map<String, String> answer(MockAuthorizationServer of, String type) {
    Map<String, String> asked = Requests.with(Requests.hybrid(), "response_type", type);
    return answer(of, Requests.with(asked, "scope", "openid profile read:notes offline_access"));
  }

  private static Map<String, String> answer(MockAuthorizationServer of, Map<String, String> asked) {
    return posted(
        new UserAgent(of.issuer()).logInAndAgree(asked, "alice"), Requests.HYBRID_CALLBACK);
  }
}
