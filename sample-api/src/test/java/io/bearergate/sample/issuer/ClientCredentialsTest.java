package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsTest extends IssuerTest {

  @Test
  @DisplayName("F11.1 + secret in the header")
  void takesSecretInHeader() {
    HttpResponse<String> answer = tokenAsMachine(request());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsEntry("scope", "read:notes admin");
  }

  @Test
  @DisplayName("F11.1 + secret in the body")
  void takesSecretInBody() {
    Map<String, String> form = Requests.with(request(), "client_id", "m2m1");

    HttpResponse<String> answer =
        token(Requests.with(form, "client_secret", Fixtures.clientSecret("m2m1")));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F11.2 + neither refresh nor ID token, even with openid offline_access")
  void issuesAnAccessTokenAndNothingElse() {
    HttpResponse<String> answer =
        tokenAsMachine(Requests.with(request(), "scope", "openid offline_access read:notes"));

    assertThat(Parsed.json(answer))
        .containsOnlyKeys("access_token", "token_type", "expires_in", "scope")
        .containsEntry("scope", "read:notes");
  }

  @Test
  @DisplayName("F11.3 + sub ends in @clients, gty says how, aud is a string")
  void saysThatTheSubjectIsAClient() {
    String token = Parsed.member(tokenAsMachine(request()), "access_token");

    JWTClaimsSet claims = Parsed.claims(token);
    assertThat(claims.getSubject()).isEqualTo("m2m1@clients");
    assertThat(claims.toJSONObject())
        .containsEntry("gty", "client-credentials")
        .containsEntry("aud", Fixtures.NOTES_API)
        .containsEntry("azp", "m2m1")
        .doesNotContainKey("permissions");
    assertThat(Parsed.jwt(token).getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
  }

  @ParameterizedTest
  @DisplayName("F11.4 − no audience is invalid_request; unknown or not granted, invalid_target")
  @CsvSource({
    "none, '', invalid_request",
    "unknown, https://api.bearergate.test/nothing, invalid_target",
    "without a grant, https://api.bearergate.test/billing, invalid_target"
  })
  void refusesAudience(String how, String audience, String error) {
    HttpResponse<String> answer = tokenAsMachine(Requests.with(request(), "audience", audience));

    assertThat(answer.statusCode()).as(how).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).as(how).isEqualTo(error);
  }

  @Test
  @DisplayName("F11.5 − scope beyond the grant is invalid_scope")
  void refusesScopeBeyondTheGrant() {
    HttpResponse<String> answer =
        tokenAsMachine(Requests.with(request(), "scope", "read:notes write:notes"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_scope");
  }

  @Test
  @DisplayName("F11.6 − a public client is unauthorized_client")
  void refusesPublicClient() {
    HttpResponse<String> answer = token(Requests.with(request(), "client_id", "spa1"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).isEqualTo("unauthorized_client");
  }

  @ParameterizedTest
  @DisplayName("F11 the same faults with errors=auth0: access_denied, 403")
  @CsvSource({
    "audience, https://api.bearergate.test/billing, access_denied, 403",
    "scope, write:notes, access_denied, 403"
  })
  void speaksAsAuth0DoesWhenTold(String name, String value, String error, int status) {
    IssuerOptions options = IssuerOptions.ephemeral(clock).withErrors(ErrorProfile.AUTH0);
    try (MockAuthorizationServer other = MockAuthorizationServer.start(options)) {
      HttpResponse<String> answer =
          Wire.postForm(
              other.issuer() + "oauth/token",
              Requests.with(request(), name, value),
              "Authorization",
              Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(Parsed.member(answer, "error")).isEqualTo(error);
    }
  }

  private static Map<String, String> request() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("audience", Fixtures.NOTES_API);
    return form;
  }

  private HttpResponse<String> tokenAsMachine(Map<String, String> form) {
    return token(form, "Authorization", Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));
  }
}
