package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutTest extends IssuerTest {

  private static final String AFTERWARDS = "http://127.0.0.1:8083/";

  private UserAgent browser;
  private HttpResponse<String> tokens;
  private Map<String, String> good;

  @BeforeEach
  void logIn() {
    browser = browser();
    OfflineSpa spa = new OfflineSpa(server.issuer());
    String code = browser.codeFor(OfflineSpa.authorization(), "alice");
    tokens = spa.token(Requests.redemption(code, Requests.SPA_CALLBACK));
    good = new LinkedHashMap<>();
    good.put("id_token_hint", Parsed.member(tokens, "id_token"));
    good.put("post_logout_redirect_uri", AFTERWARDS);
    good.put("state", "st &=1");
  }

  @Test
  @DisplayName("2.19 + with an ID token as hint: 302 with state, and the session is over")
  void logsOut() {
    HttpResponse<String> answer = logOut(good);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Parsed.location(answer)).startsWith(AFTERWARDS + "?state=");
    assertThat(Parsed.redirect(answer)).containsExactly(Map.entry("state", "st &=1"));
    assertThat(isLoggedIn()).isFalse();
  }

  @Test
  @DisplayName("2.19 + by POST, too: 303")
  void logsOutByForm() {
    HttpResponse<String> answer = browser.submit("oidc/logout", good);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(isLoggedIn()).isFalse();
  }

  @Test
  @DisplayName("2.19 + without an address to go to there is a page; without state none is sent")
  void needsNoAddress() {
    HttpResponse<String> plain = logOut(Requests.without(good, "state"));
    HttpResponse<String> page = logOut(Requests.without(good, "post_logout_redirect_uri"));

    assertThat(Parsed.location(plain)).isEqualTo(AFTERWARDS);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Logged out");
  }

  @Test
  @DisplayName("2.19 + the hint may be expired; logout_hint and client_id may repeat what it says")
  void takesOldHint() throws Exception {
    String idToken = Parsed.member(tokens, "id_token");
    clock.advance(Duration.ofHours(11));
    Map<String, String> full = Requests.with(good, "client_id", "spa1");

    HttpResponse<String> answer =
        logOut(Requests.with(full, "logout_hint", Parsed.claims(idToken).getStringClaim("sid")));

    assertThat(answer.statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @DisplayName("2.19 − what does not fit is a page, 400, no redirect, and the session goes on")
  @CsvSource({
    "client_id is not the hint's, client_id, web1",
    "client_id unknown, client_id, nobody",
    "logout_hint is not the sid, logout_hint, other",
    "address not registered, post_logout_redirect_uri, http://evil.test/",
    "address of another client, post_logout_redirect_uri, http://127.0.0.1:8081/",
    "address longer, post_logout_redirect_uri, http://127.0.0.1:8083/more",
    "hint is no token, id_token_hint, nonsense"
  })
  void refuses(String how, String name, String value) {
    HttpResponse<String> answer = logOut(Requests.with(good, name, value));

    assertThat(answer.statusCode()).as(how).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).as(how).isEmpty();
    assertThat(isLoggedIn()).as(how).isTrue();
  }

  @ParameterizedTest
  @DisplayName("2.19 − a hint that was tampered with, or is an access token, is a page, 400")
  @ValueSource(strings = {"tampered", "access token"})
  void refusesForgedHint(String how) {
    String idToken = Parsed.member(tokens, "id_token");
    String hint =
        how.equals("tampered")
            ? idToken.substring(0, idToken.lastIndexOf('.') + 1) + "AAAA"
            : Parsed.member(tokens, "access_token");

    assertThat(logOut(Requests.with(good, "id_token_hint", hint)).statusCode()).isEqualTo(400);
    assertThat(isLoggedIn()).isTrue();
  }

  @Test
  @DisplayName("2.19 − an address without a client to vouch for it is a page, 400")
  void refusesAddressOfNobody() {
    assertThat(logOut(Map.of("post_logout_redirect_uri", AFTERWARDS)).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("2.19 + without a hint the user is asked, and logged out if that is confirmed")
  void asksWithoutHint() {
    Map<String, String> bare =
        Requests.with(Requests.without(good, "id_token_hint"), "client_id", "spa1");

    HttpResponse<String> page = logOut(bare);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Log out?");
    assertThat(isLoggedIn()).isTrue();
    HttpResponse<String> confirmed =
        browser.submit("oidc/logout", unescaped(UserAgent.hiddenFields(page)));
    assertThat(confirmed.statusCode()).isEqualTo(303);
    assertThat(Parsed.redirect(confirmed)).containsEntry("state", "st &=1");
    assertThat(isLoggedIn()).isFalse();
  }

  @Test
  @DisplayName("2.19 − a confirmation that was not asked for (CSRF) only brings the question")
  void asksAgainWithoutTheFormsValue() {
    HttpResponse<String> forged = browser.submit("oidc/logout", Map.of("csrf", "AAAA"));

    assertThat(forged.body()).contains("Log out?");
    assertThat(isLoggedIn()).isTrue();
  }

  @Test
  @DisplayName("2.19 − a hint of another login does not end this one unasked")
  void asksWhenTheHintMeansSomebodyElse() {
    String others = Parsed.member(new OfflineSpa(server.issuer()).logIn(), "id_token");

    HttpResponse<String> answer = logOut(Requests.with(good, "id_token_hint", others));

    assertThat(answer.body()).contains("Log out?");
    assertThat(isLoggedIn()).isTrue();
  }

  @Test
  @DisplayName("2.19 F15.9 + logout alone leaves tokens as they are; − revoked, they are dead")
  void leavesTokensToRevocation() {
    OfflineSpa spa = new OfflineSpa(server.issuer());
    logOut(good);

    HttpResponse<String> refreshed = spa.refresh(OfflineSpa.refreshToken(tokens));

    assertThat(refreshed.statusCode()).isEqualTo(200);
    String last = OfflineSpa.refreshToken(refreshed);
    spa.revoke(last);
    OfflineSpa.assertRefused(spa.refresh(last), "invalid_grant");
  }

  private HttpResponse<String> logOut(Map<String, String> parameters) {
    return browser.open(server.issuer() + "oidc/logout?" + Wire.form(parameters));
  }

  /** Whether the browser still gets a code without a form. */
  private boolean isLoggedIn() {
    Map<String, String> silent = Requests.with(OfflineSpa.authorization(), "prompt", "none");
    return Parsed.redirect(browser.authorize(silent)).containsKey("code");
  }

  private static Map<String, String> unescaped(Map<String, String> fields) {
    fields.replaceAll((name, value) -> value.replace("&amp;", "&"));
    return fields;
  }
}
