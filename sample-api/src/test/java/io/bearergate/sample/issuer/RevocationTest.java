package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.OfflineSpa.assertRefused;
import static io.bearergate.sample.issuer.OfflineSpa.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest extends IssuerTest {

  private OfflineSpa spa;
  private OfflineWeb web;

  @BeforeEach
  void openApplications() {
    spa = new OfflineSpa(server.issuer());
    web = new OfflineWeb(server.issuer());
  }

  @Test
  @DisplayName("F15.9 − a refresh token that was revoked is invalid_grant")
  void revokesRefreshToken() {
    String token = spa.newRefreshToken();

    HttpResponse<String> answer = spa.revoke(token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertRefused(spa.refresh(token), "invalid_grant");
  }

  @Test
  @DisplayName(
      "F15.9 − a confidential client revokes with its credentials, and its hint is ignored")
  void revokesForConfidentialClient() {
    String token = web.newRefreshToken();

    web.post("oauth/revoke", Map.of("token", token, "token_type_hint", "access_token"));

    assertRefused(web.refresh(token), "invalid_grant");
  }

  @ParameterizedTest
  @DisplayName("F15.10 + an unknown token is 200: it is as dead as its holder wants it")
  @ValueSource(strings = {"bgr_unknown", "nonsense"})
  void saysNothingOfUnknownTokens(String token) {
    assertThat(spa.revoke(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.10 + a token that is dead already is 200")
  void revokesTwice() {
    String token = spa.newRefreshToken();
    spa.revoke(token);

    assertThat(spa.revoke(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.10 − another client's token is invalid_grant, + and stays good")
  void refusesForeignToken() {
    String token = spa.newRefreshToken();

    assertRefused(web.post("oauth/revoke", Map.of("token", token)), "invalid_grant");

    assertThat(spa.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.10 − a signed token is unsupported_token_type: it lives until it expires")
  void refusesSignedToken() {
    HttpResponse<String> login = spa.logIn();

    assertRefused(spa.revoke(Parsed.member(login, "access_token")), "unsupported_token_type");
    assertRefused(spa.revoke(Parsed.member(login, "id_token")), "unsupported_token_type");
    assertThat(spa.refresh(refreshToken(login)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.10 + an opaque access token can be revoked, − by its own client only")
  void revokesOpaqueAccessToken() {
    HttpResponse<String> login =
        spa.logIn(Requests.without(OfflineSpa.authorization(), "audience"));
    String opaque = Parsed.member(login, "access_token");

    assertRefused(web.post("oauth/revoke", Map.of("token", opaque)), "invalid_grant");
    assertThat(userInfo(opaque)).isEqualTo(200);
    assertThat(spa.revoke(opaque).statusCode()).isEqualTo(200);
    assertThat(userInfo(opaque)).isEqualTo(401);
  }

  @Test
  @DisplayName("F15.10 − wrong credentials are 401, and revoke nothing")
  void refusesWrongSecret() {
    String token = web.newRefreshToken();

    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/revoke",
            Map.of("token", token),
            "Authorization",
            Wire.basic("web1", "wrong"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
    assertThat(web.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15 − no token is invalid_request")
  void demandsToken() {
    assertRefused(web.post("oauth/revoke", Map.of()), "invalid_request");
  }

  private int userInfo(String token) {
    return Wire.get(server.issuer() + "userinfo", "Authorization", "Bearer " + token).statusCode();
  }
}
