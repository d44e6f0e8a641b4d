package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPostTest extends IssuerTest {

  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>");

  @Test
  @DisplayName("F08.1 + 200, a page that posts itself to the client, with a valid ID token")
  void postsAnIdToken() throws Exception {
    HttpResponse<String> page = browser().logInAndAgree(Requests.form(), "alice");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("<form method=\"post\" action=\"" + Requests.FORM_CALLBACK + "\"")
        .contains("<script>document.forms[0].submit()</script>")
        .contains("<button>");
    Map<String, String> fields = UserAgent.hiddenFields(page);
    assertThat(fields).containsOnlyKeys("id_token", "state", "iss");
    assertThat(fields).containsEntry("state", "st-8f1c").containsEntry("iss", server.issuer());
    JWKSet keys = JWKSet.parse(Wire.get(server.issuer() + ".well-known/jwks.json").body());
    assertThat(
            Parsed.jwt(fields.get("id_token"))
                .verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey())))
        .isTrue();
    JWTClaimsSet claims = Parsed.claims(fields.get("id_token"));
    assertThat(claims.getSubject()).isEqualTo("auth0|65a1f0c2e4b0a1d2c3e4f501");
    assertThat(claims.getAudience()).containsExactly("form1");
    assertThat(claims.getIssuer()).isEqualTo(server.issuer());
    assertThat(claims.getStringClaim("nonce")).isEqualTo("n-41aa");
    assertThat(claims.getStringClaim("name")).isEqualTo("Alice Example");
    assertThat(claims.getClaims()).doesNotContainKeys("at_hash", "c_hash", "s_hash", "auth_time");
  }

  @Test
  @DisplayName("F08.1 + with a session there is nothing to be asked, and max_age brings auth_time")
  void answersAtOnceWhereTheUserHasLoggedIn() throws Exception {
    UserAgent browser = browser();
    browser.logInAndAgree(Requests.form(), "alice");

    HttpResponse<String> page = browser.authorize(Requests.with(Requests.form(), "max_age", "300"));

    JWTClaimsSet claims = Parsed.claims(UserAgent.hiddenFields(page).get("id_token"));
    assertThat(claims.getLongClaim("auth_time")).isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  @DisplayName("F08.2 F08.7 − a missing nonce is invalid_request, told by form post")
  void demandsNonce() {
    HttpResponse<String> page = browser().authorize(Requests.without(Requests.form(), "nonce"));

    assertThat(posted(page, Requests.FORM_CALLBACK))
        .containsEntry("error", "invalid_request")
        .containsEntry("state", "st-8f1c")
        .containsEntry("iss", server.issuer())
        .doesNotContainKey("id_token");
  }

  @ParameterizedTest
  @DisplayName("F08.3 − fragment, query, no and an unknown response_mode: a page, and no Location")
  @ValueSource(strings = {"fragment", "query", "", "carrier-pigeon", "form_post.jwt"})
  void closesEveryOtherWay(String mode) {
    HttpResponse<String> answer =
        browser().authorize(Requests.with(Requests.form(), "response_mode", mode));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("invalid_request").doesNotContain("<form");
  }

  @ParameterizedTest
  @DisplayName("F08.4 − token and id_token token by default, in any order of words")
  @ValueSource(strings = {"token", "id_token token", "token id_token"})
  void issuesNoAccessTokenByDefault(String type) {
    HttpResponse<String> page =
        browser().authorize(Requests.with(Requests.form(), "response_type", type));

    assertThat(posted(page, Requests.FORM_CALLBACK))
        .containsEntry("error", "unsupported_response_type")
        .doesNotContainKeys("access_token", "id_token");
  }

  @Test
  @DisplayName("F08.4 − another client's flag is not this client's, and the metadata tell of it")
  void opensFlaggedTypesToTheClientWithTheFlag() {
    try (MockAuthorizationServer other = serverWithFlag("hyb1", "allow_implicit_access_token")) {
      HttpResponse<String> page =
          new UserAgent(other.issuer())
              .authorize(Requests.with(Requests.form(), "response_type", "id_token token"));

      assertThat(posted(page, Requests.FORM_CALLBACK))
          .containsEntry("error", "unauthorized_client");
      assertThat(Parsed.json(Wire.get(other.issuer() + ".well-known/openid-configuration")))
          .containsEntry(
              "response_types_supported",
              List.of("code", "id_token", "code id_token", "token", "id_token token"));
    }
  }

  @Test
  @DisplayName("F08.5 + with the flag an access token comes along, and at_hash is its hash")
  void tiesAccessTokenToIdToken() throws Exception {
    try (MockAuthorizationServer other = serverWithFlag("form1", "allow_implicit_access_token")) {
      Map<String, String> asked = Requests.with(Requests.form(), "response_type", "id_token token");

      Map<String, String> fields =
          posted(
              new UserAgent(other.issuer())
                  .logInAndAgree(
                      Requests.with(asked, "scope", "openid profile offline_access"), "alice"),
              Requests.FORM_CALLBACK);

      assertThat(fields)
          .containsEntry("token_type", "Bearer")
          .containsEntry("expires_in", "7200")
          .containsEntry("scope", "openid profile")
          .doesNotContainKeys("refresh_token", "code");
      assertThat(Parsed.claims(fields.get("id_token")).getStringClaim("at_hash"))
          .isEqualTo(leftHalfOfHash(fields.get("access_token")));
    }
  }

  @Test
  @DisplayName("F08.5 + with the flag token alone is plain OAuth: no openid, no nonce, no ID token")
  void bringsAccessTokenAlone() {
    try (MockAuthorizationServer other = serverWithFlag("form1", "allow_implicit_access_token")) {
      Map<String, String> asked =
          Requests.with(
              Requests.with(Requests.form(), "response_type", "token"), "scope", "profile");

      Map<String, String> fields =
          posted(
              new UserAgent(other.issuer())
                  .logInAndAgree(Requests.without(asked, "nonce"), "alice"),
              Requests.FORM_CALLBACK);

      assertThat(fields)
          .containsKeys("access_token", "state", "iss")
          .doesNotContainKeys("id_token", "refresh_token");
    }
  }

  @ParameterizedTest
  @DisplayName("F08.7 + every error goes by the form that was asked for")
  @CsvSource({
    "AE4, response_type, code, unauthorized_client",
    "AE4, response_type, '', invalid_request",
    "AE4, response_type, id_token carrot, unsupported_response_type",
    "AE8, scope, profile, invalid_scope",
    "AE8, scope, 'openid  profile', invalid_scope",
    "AE9, audience, urn:nothing, invalid_target",
    "AE11, prompt, none, login_required"
  })
  void postsErrors(String row, String name, String value, String error) {
    HttpResponse<String> page = browser().authorize(Requests.with(Requests.form(), name, value));

    assertThat(posted(page, Requests.FORM_CALLBACK))
        .as(row)
        .containsEntry("error", error)
        .containsEntry("state", "st-8f1c")
        .containsEntry("iss", server.issuer());
  }

  @Test
  @DisplayName("F08.7 + so does the user's refusal")
  void postsTheUsersRefusal() {
    UserAgent browser = browser();
    HttpResponse<String> page = browser.follow(browser.authorize(Requests.form()));
    Map<String, String> form = UserAgent.hiddenFields(page);
    form.put("action", "cancel");

    assertThat(posted(browser.submit("u/login", form), Requests.FORM_CALLBACK))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "st-8f1c");
  }

  @ParameterizedTest
  @DisplayName("F08.8 − what the state brings is escaped, in an answer and in an error")
  @ValueSource(strings = {"n-41aa", ""})
  void escapesState(String nonce) {
    String attack = "\"><script>alert(1)</script>&'";
    Map<String, String> asked = Requests.with(Requests.form(), "state", attack);

    HttpResponse<String> page =
        browser().logInAndAgree(Requests.with(asked, "nonce", nonce), "alice");

    assertThat(page.body())
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;\"")
        .doesNotContain("<script>alert");
  }

  @Test
  @DisplayName("F08.11 the page is neither kept nor framed, tells no address and runs one script")
  void sendsPageWithItsGuards() throws Exception {
    HttpResponse<String> page = browser().logInAndAgree(Requests.form(), "alice");

    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    Matcher script = SCRIPT.matcher(page.body());
    assertThat(script.find()).isTrue();
    String hash = Base64.getEncoder().encodeToString(sha256(script.group(1)));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .contains("script-src 'sha256-" + hash + "'");
  }

  private static MockAuthorizationServer serverWithFlag(String clientId, String flag) {
    MockAuthorizationServer other = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock));
    other.amend(clientId, Map.of(flag, true));
    return other;
  }

  static Map<String, String> posted(HttpResponse<String> page, String redirectUri) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("action=\"" + redirectUri + "\"");
    return UserAgent.hiddenFields(page);
  }

  static String leftHalfOfHash(String text) throws Exception {
    byte[] half = new byte[16];
    System.arraycopy(sha256(text), 0, half, 0, half.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
  }

  private static byte[] sha256(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
  }
}
