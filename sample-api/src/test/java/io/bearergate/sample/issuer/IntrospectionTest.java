package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectionTest extends IssuerTest {

  private static final String JWT = "application/token-introspection+jwt";

  private OfflineSpa spa;
  private OfflineWeb web;

  @BeforeEach
  void openApplications() {
    spa = new OfflineSpa(server.issuer());
    web = new OfflineWeb(server.issuer());
  }

  @Test
  @DisplayName("RFC 7662 + an access token is active, with what it says")
  void describesAccessToken() {
    String token = Parsed.member(spa.logIn(), "access_token");

    assertThat(Parsed.json(introspect(token)))
        .containsEntry("active", true)
        .containsEntry("token_type", "Bearer")
        .containsEntry("iss", server.issuer())
        .containsEntry("sub", "auth0|65a1f0c2e4b0a1d2c3e4f501")
        .containsEntry("client_id", "spa1")
        .containsEntry("scope", OfflineSpa.SCOPES)
        .containsEntry("exp", clock.instant().getEpochSecond() + 86400);
  }

  @Test
  @DisplayName("RFC 7662 + a client's own opaque token and refresh token are active")
  void describesOwnTokens() {
    Map<String, String> login = Requests.without(OfflineWeb.authorization(), "audience");
    HttpResponse<String> tokens = web.redeem(browser().codeFor(login, "alice"));

    assertThat(Parsed.json(introspect(Parsed.member(tokens, "access_token"))))
        .containsEntry("active", true)
        .containsEntry("client_id", "web1");
    assertThat(Parsed.json(introspect(Parsed.member(tokens, "refresh_token"))))
        .containsEntry("active", true)
        .doesNotContainKey("token_type");
  }

  @Test
  @DisplayName(
      "RFC 7662 − another client's refresh token, an ID token, nonsense: not active, no more")
  void saysNoMoreThanInactive() {
    HttpResponse<String> login = spa.logIn();

    assertInactive(Parsed.member(login, "refresh_token"));
    assertInactive(Parsed.member(login, "id_token"));
    assertInactive("nonsense");
    assertInactive(Parsed.member(login, "access_token") + "x");
  }

  @Test
  @DisplayName("RFC 7662 − a used, a revoked and an expired token are not active")
  void knowsDeadTokens() {
    String used = web.newRefreshToken();
    String revoked = OfflineSpa.refreshToken(web.refresh(used));
    String expired = Parsed.member(spa.logIn(), "access_token");

    assertInactive(used);
    web.post("oauth/revoke", Map.of("token", revoked));
    assertInactive(revoked);
    clock.advance(Duration.ofDays(1));
    assertInactive(expired);
  }

  @Test
  @DisplayName("RFC 7662 − a token for an API that the client has nothing to do with is not active")
  void tellsStrangersNothing() {
    Map<String, String> billing =
        Requests.with(
            Requests.with(Requests.web(), "audience", Fixtures.BILLING_API), "scope", "read:bills");
    String token = Parsed.member(redeemAsWeb(browser().codeFor(billing, "alice")), "access_token");

    HttpResponse<String> answer =
        introspect(token, "Authorization", Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));

    assertThat(answer.body()).isEqualTo("{\"active\":false}");
  }

  @ParameterizedTest
  @DisplayName("RFC 7662 − without credentials, or with wrong ones: 401")
  @ValueSource(strings = {"client_id=spa1", "client_id=web1&client_secret=wrong", "client_id=web1"})
  void demandsCredentials(String credentials) {
    HttpResponse<String> answer =
        Wire.post(
            server.issuer() + "oauth/introspect",
            "token=x&" + credentials,
            "application/x-www-form-urlencoded");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
  }

  @Test
  @DisplayName("RFC 9701 + asked for a JWT, it signs one for the client, without sub and exp")
  void signsItsAnswer() throws Exception {
    String token = Parsed.member(spa.logIn(), "access_token");

    HttpResponse<String> answer = introspect(token, "Accept", JWT, "Authorization", basic());

    assertThat(answer.headers().firstValue("Content-Type")).contains(JWT);
    SignedJWT jwt = Parsed.jwt(answer.body());
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("token-introspection+jwt");
    assertThat(jwt.verify(new RSASSAVerifier(keys().getKeys().get(0).toRSAKey()))).isTrue();
    assertThat(jwt.getJWTClaimsSet().toJSONObject())
        .containsOnlyKeys("iss", "aud", "iat", "token_introspection")
        .containsEntry("aud", "web1");
    assertThat(jwt.getJWTClaimsSet().getJSONObjectClaim("token_introspection"))
        .containsEntry("active", true)
        .containsEntry("client_id", "spa1");
  }

  @Test
  @DisplayName("RFC 9701 − a signed answer is itself no token that is active")
  void takesItsOwnAnswerForNoToken() {
    String token = Parsed.member(spa.logIn(), "access_token");

    assertInactive(introspect(token, "Accept", JWT, "Authorization", basic()).body());
  }

  private JWKSet keys() throws Exception {
    return JWKSet.parse(Wire.get(server.issuer() + ".well-known/jwks.json").body());
  }

  private void assertInactive(String token) {
    assertThat(introspect(token).body()).isEqualTo("{\"active\":false}");
  }

  private HttpResponse<String> introspect(String token) {
    return introspect(token, "Authorization", basic());
  }

  private HttpResponse<String> introspect(String token, String... headers) {
    return Wire.postForm(server.issuer() + "oauth/introspect", Map.of("token", token), headers);
  }

  private static String basic() {
    return Wire.basic("web1", Fixtures.clientSecret("web1"));
  }
}
