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
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a refresh token, and what may be asked for with one. */
class RefreshRequestTest extends IssuerTest {

  private static final String ORIGIN = "http://127.0.0.1:8081";

  private OfflineSpa spa;
  private OfflineWeb web;

  @BeforeEach
  void openApplications() {
    spa = new OfflineSpa(server.issuer());
    web = new OfflineWeb(server.issuer());
  }

  @Test
  @DisplayName("F01.3 + offline_access brings a refresh token, and is told in the scope")
  void givesRefreshTokenForOfflineAccess() {
    HttpResponse<String> answer = web.redeem(web.newCode());

    assertThat(refreshToken(answer)).matches("bgr_[A-Za-z0-9_-]{43}");
    assertThat(Parsed.member(answer, "scope")).isEqualTo(OfflineSpa.SCOPES);
  }

  @ParameterizedTest
  @DisplayName("F01.3 − no refresh token without all three: scope, the API's leave, the grant")
  @CsvSource({
    "not asked for, web1, 8081, https://api.bearergate.test/notes, openid read:notes",
    "API does not allow it, web1, 8081, urn:bearergate:vault, openid offline_access read:vault",
    "API does not allow it, web1, 8081, https://api.bearergate.test/pop, openid offline_access",
    "client has no such grant, tp1, 8087, https://api.bearergate.test/notes, offline_access"
  })
  void givesNoRefreshToken(String how, String client, int port, String audience, String scope) {
    String callback = "http://127.0.0.1:" + port + "/callback";
    Map<String, String> asked =
        Requests.with(
            Requests.with(Requests.authorization(client, callback), "audience", audience),
            "scope",
            scope);
    String code = browser().codeFor(asked, "alice");

    // One of the APIs wants its tokens bound, and none minds.
    String proof =
        Proofs.signed(
            Proofs.claims("POST", server.issuer() + "oauth/token", clock.instant()).build(),
            Proofs.newKey());
    HttpResponse<String> answer =
        token(
            Requests.redemption(code, callback),
            "Authorization",
            Wire.basic(client, Fixtures.clientSecret(client)),
            "DPoP",
            proof);

    assertThat(answer.statusCode()).as(how).isEqualTo(200);
    assertThat(Parsed.json(answer)).as(how).doesNotContainKey("refresh_token");
    assertThat(answer.body()).as(how).doesNotContain("offline_access");
  }

  @Test
  @DisplayName("F01.3 + without an API, too: for /userinfo")
  void refreshesOpaqueToken() {
    Map<String, String> login = Requests.without(OfflineSpa.authorization(), "audience");

    HttpResponse<String> answer = spa.refresh(refreshToken(spa.logIn(login)));

    HttpResponse<String> userInfo =
        Wire.get(
            server.issuer() + "userinfo",
            "Authorization",
            "Bearer " + Parsed.member(answer, "access_token"));
    assertThat(Parsed.member(userInfo, "nickname")).isEqualTo("alice");
  }

  @Test
  @DisplayName("F01 (h) − a browser that speaks for a confidential client gets no refresh token")
  void givesBrowsersOfConfidentialClientsNone() {
    HttpResponse<String> redeemed = web.redeem(web.newCode(), "Origin", ORIGIN);
    String token = web.newRefreshToken();

    assertThat(Parsed.json(redeemed))
        .containsKey("access_token")
        .doesNotContainKey("refresh_token");
    assertRefused(web.refresh(token, "Origin", ORIGIN), "invalid_grant");
    assertThat(web.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F01.4 − a code presented twice kills the refresh token it brought the first time")
  void revokesWhatTheCodeBrought() {
    String code = web.newCode();
    String token = refreshToken(web.redeem(code));
    String successor = refreshToken(web.refresh(token));

    assertRefused(web.redeem(code), "invalid_grant");

    assertRefused(web.refresh(successor), "invalid_grant");
  }

  @Test
  @DisplayName("F01.4 − also when it is another client that presents the code again")
  void revokesWhoeverPresentsTheCodeAgain() {
    String code = web.newCode();
    String token = refreshToken(web.redeem(code));

    spa.token(Requests.redemption(code, Requests.WEB_CALLBACK));

    assertRefused(web.refresh(token), "invalid_grant");
  }

  @Test
  @DisplayName("F02.9 + the refresh token of a browser client rotates, for its own origin")
  void rotatesForBrowserClient() {
    String token = spa.newRefreshToken();
    Map<String, String> form = Requests.with(OfflineSpa.refreshForm(token), "client_id", "spa1");

    HttpResponse<String> answer = token(form, "Origin", "http://127.0.0.1:8083");

    assertThat(refreshToken(answer)).isNotEqualTo(token);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://127.0.0.1:8083");
  }

  @Test
  @DisplayName("F15.7 + the scope may be narrowed for one access token, and is whole again later")
  void narrowsScope() {
    HttpResponse<String> narrowed = spa.refresh(spa.newRefreshToken(), "scope", "read:notes");
    HttpResponse<String> whole = spa.refresh(refreshToken(narrowed));

    assertThat(Parsed.json(narrowed))
        .containsEntry("scope", "read:notes")
        .doesNotContainKey("id_token");
    assertThat(Parsed.member(whole, "scope")).isEqualTo(OfflineSpa.SCOPES);
  }

  @ParameterizedTest
  @DisplayName("F15.7 F15.12 − more scope, another audience: refused, and the token is not used up")
  @CsvSource({
    "scope, read:notes write:notes, invalid_scope",
    "scope, read:notes  admin, invalid_scope",
    "audience, https://api.bearergate.test/billing, invalid_target",
    "resource, https://api.bearergate.test/billing, invalid_target",
    "audience, https://api.bearergate.test/notes/, invalid_target"
  })
  void refusesOtherAccess(String name, String value, String error) {
    String token = spa.newRefreshToken();

    assertRefused(spa.refresh(token, name, value), error);

    assertThat(spa.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.12 + the same audience may be repeated")
  void takesTheSameAudience() {
    HttpResponse<String> answer =
        spa.refresh(spa.newRefreshToken(), "audience", Fixtures.NOTES_API);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.8 − another client's refresh token is invalid_grant, + and stays good")
  void refusesTokenOfAnotherClient() {
    String token = spa.newRefreshToken();

    assertRefused(web.refresh(token), "invalid_grant");

    assertThat(spa.refresh(token).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F15.8 − even a used one raises no alarm in another client's hands")
  void raisesNoAlarmForAnotherClient() {
    String used = spa.newRefreshToken();
    String successor = refreshToken(spa.refresh(used));

    assertRefused(web.refresh(used), "invalid_grant");

    assertThat(spa.refresh(successor).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F15 − unknown, misshapen, missing: invalid_grant, invalid_grant, invalid_request")
  @CsvSource({
    "bgr_nothing, invalid_grant",
    "nonsense, invalid_grant",
    "'', invalid_request",
  })
  void refusesWhatIsNoRefreshToken(String token, String error) {
    assertRefused(spa.refresh(token), error);
  }

  @Test
  @DisplayName("F15 − an access token and an ID token are no refresh tokens")
  void refusesOtherTokens() {
    HttpResponse<String> login = spa.logIn();

    assertRefused(spa.refresh(Parsed.member(login, "access_token")), "invalid_grant");
    assertRefused(spa.refresh(Parsed.member(login, "id_token")), "invalid_grant");
  }
}
