package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest extends IssuerTest {

  @ParameterizedTest
  @DisplayName("2.0.2 metadata tells the truth at both addresses")
  @ValueSource(
      strings = {".well-known/openid-configuration", ".well-known/oauth-authorization-server"})
  void describesItself(String path) {
    Map<String, Object> metadata = Parsed.json(Wire.get(server.issuer() + path));

    assertThat(metadata)
        .containsEntry("issuer", server.issuer())
        .containsEntry("token_endpoint", server.issuer() + "oauth/token")
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry("authorization_response_iss_parameter_supported", true)
        .containsEntry("request_uri_parameter_supported", false)
        .containsEntry("response_types_supported", List.of("code", "id_token", "code id_token"))
        .containsEntry(
            "grant_types_supported",
            List.of(
                "authorization_code",
                "refresh_token",
                "client_credentials",
                "urn:ietf:params:oauth:grant-type:device_code",
                "implicit"))
        .containsEntry("device_authorization_endpoint", server.issuer() + "oauth/device/code")
        .doesNotContainKeys("mfa_challenge_endpoint", "backchannel_authentication_endpoint")
        .containsEntry("revocation_endpoint", server.issuer() + "oauth/revoke")
        .containsEntry("introspection_endpoint", server.issuer() + "oauth/introspect")
        .containsEntry("end_session_endpoint", server.issuer() + "oidc/logout")
        .containsEntry("request_parameter_supported", true)
        .containsEntry(
            "request_object_signing_alg_values_supported", List.of("RS256", "RS384", "PS256"))
        .containsEntry("pushed_authorization_request_endpoint", server.issuer() + "oauth/par")
        .containsEntry(
            "authorization_details_types_supported",
            List.of("money_transfer", "payment_initiation", "vault_open"))
        .doesNotContainEntry("require_pushed_authorization_requests", true);
  }

  @Test
  @DisplayName("2.0.2 the key set has public members only, and fits the tokens")
  void publishesTheKeyItSignsWith() throws Exception {
    HttpResponse<String> answer = Wire.get(server.issuer() + ".well-known/jwks.json");
    RSAKey key = JWKSet.parse(answer.body()).getKeys().get(0).toRSAKey();
    String token =
        Parsed.member(redeemAsWeb(browser().codeFor(Requests.web(), "alice")), "access_token");

    assertThat(key.isPrivate()).isFalse();
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
        .startsWith("public, max-age=");
    assertThat(Parsed.jwt(token).getHeader().getKeyID()).isEqualTo(key.getKeyID());
    assertThat(Parsed.jwt(token).verify(new RSASSAVerifier(key))).isTrue();
  }

  @Test
  @DisplayName("2.0.2 whoever has the key set already is told so")
  void sendsNothingNewToWhoeverHasIt() {
    String uri = server.issuer() + ".well-known/jwks.json";
    String tag = Wire.get(uri).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = Wire.get(uri, "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  @DisplayName("3.2 a token for the billing API is written as RFC 9068 has it")
  void writesBillingTokensByTheRfc() throws Exception {
    Map<String, String> asked =
        Requests.with(
            Requests.with(Requests.web(), "audience", Fixtures.BILLING_API),
            "scope",
            "openid read:bills");

    String token = Parsed.member(redeemAsWeb(browser().codeFor(asked, "bob")), "access_token");

    assertThat(Parsed.jwt(token).getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(Parsed.claims(token).getClaims())
        .containsKeys("jti", "client_id", "auth_time", "scope")
        .doesNotContainKeys("azp", "gty", "permissions");
  }

  @Test
  @DisplayName("2.0.6 RBAC: a scope needs the user's permission; permissions are told in full")
  void givesScopesOnlyWithThePermission() throws Exception {
    Map<String, String> asked =
        Requests.with(Requests.web(), "scope", "read:notes write:notes unknown");

    HttpResponse<String> alice = redeemAsWeb(browser().codeFor(asked, "alice"));
    HttpResponse<String> bob = redeemAsWeb(browser().codeFor(asked, "bob"));

    assertThat(Parsed.member(alice, "scope")).isEqualTo("read:notes");
    assertThat(Parsed.member(bob, "scope")).isEqualTo("read:notes write:notes");
    assertThat(Parsed.claims(Parsed.member(bob, "access_token")).getStringListClaim("permissions"))
        .containsExactlyInAnyOrder("read:notes", "write:notes", "admin");
    assertThat(Parsed.json(bob)).doesNotContainKey("id_token");
  }

  @ParameterizedTest
  @DisplayName("2.19 /userinfo refuses what is not for it")
  @CsvSource({
    "none, '', 401, 'Bearer realm=\"bearergate-as\"'",
    "nonsense, nonsense, 401, invalid_token",
    "machine, machine, 401, invalid_token",
    "expired, expired, 401, invalid_token",
    "no openid, noOpenid, 403, insufficient_scope"
  })
  void refusesAtUserInfo(String how, String which, int status, String challenge) {
    String uri = server.issuer() + "userinfo";

    HttpResponse<String> answer =
        which.isEmpty()
            ? Wire.get(uri)
            : Wire.get(uri, "Authorization", "Bearer " + tokenFor(which));

    assertThat(answer.statusCode()).as(how).isEqualTo(status);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).contains(challenge);
  }

  private String tokenFor(String which) {
    return switch (which) {
      case "machine" -> machineToken();
      case "expired" -> expiredToken();
      case "noOpenid" -> tokenWithoutOpenid();
      default -> which;
    };
  }

  private String machineToken() {
    Map<String, String> form =
        Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API);
    String basic = Wire.basic("m2m1", Fixtures.clientSecret("m2m1"));
    return Parsed.member(token(form, "Authorization", basic), "access_token");
  }

  private String expiredToken() {
    String token =
        Parsed.member(redeemAsWeb(browser().codeFor(Requests.web(), "alice")), "access_token");
    clock.advance(Duration.ofDays(1));
    return token;
  }

  private String tokenWithoutOpenid() {
    Map<String, String> asked =
        Requests.with(Requests.without(Requests.web(), "audience"), "scope", "profile");
    return Parsed.member(redeemAsWeb(browser().codeFor(asked, "alice")), "access_token");
  }

  @Test
  @DisplayName("0.3 without controls=on there is no control plane, and never WireMock's own")
  void hasNoControlPlaneUnlessAsked() {
    assertThat(Wire.post(server.issuer() + "__mock/clock", "{}", "application/json").statusCode())
        .isEqualTo(404);
    assertThat(Wire.get(server.issuer() + "__admin/mappings").statusCode()).isEqualTo(401);
  }
}
