package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizeErrorsTest extends IssuerTest {

  @ParameterizedTest
  @DisplayName("AE3–AE13 faults are told to the client, with state and iss")
  @CsvSource({
    "AE4, response_type, '', invalid_request",
    "AE4, response_type, token, unsupported_response_type",
    "AE5, response_mode, fragment, invalid_request",
    "AE5, response_mode, carrier-pigeon, invalid_request",
    "AE3, prompt, none login, invalid_request",
    "AE3, max_age, soon, invalid_request",
    "AE8, scope, 'openid  profile', invalid_scope",
    "AE8, scope, openid \"x\", invalid_scope",
    "AE9, audience, https://api.bearergate.test/nothing, invalid_target",
    "AE3, resource, https://api.bearergate.test/billing, invalid_request",
    "AE13, authorization_details, '[{\"type\":\"money_transfer\"}]', invalid_authorization_details"
  })
  void tellsClientWhatIsWrong(String row, String name, String value, String error) {
    HttpResponse<String> answer = browser().authorize(Requests.with(Requests.web(), name, value));

    assertThat(answer.statusCode()).as(row).isEqualTo(302);
    assertThat(Parsed.location(answer)).startsWith(Requests.WEB_CALLBACK + "?");
    assertThat(Parsed.redirect(answer))
        .as(row)
        .containsEntry("error", error)
        .containsEntry("state", "st-8f1c")
        .containsEntry("iss", server.issuer());
  }

  @ParameterizedTest
  @DisplayName("AE1 AE2 AE3 AE12 faults that leave no address to be trusted are a page")
  @CsvSource({
    "AE1 unknown client, client_id=nobody",
    "AE1 no client, client_id=",
    "AE2 no redirect_uri, client_id=web1",
    "AE3 client twice, client_id=web1&client_id=web1",
    "AE3 redirect_uri twice, client_id=web1&redirect_uri=http://127.0.0.1:8081/callback&redirect_uri=http://127.0.0.1:8081/callback",
    "AE12 request_uri, client_id=web1&redirect_uri=http://127.0.0.1:8081/callback&request_uri=https://evil.test/"
  })
  void showsPage(String row, String query) {
    HttpResponse<String> answer =
        browser().open(server.issuer() + "authorize?response_type=code&" + query);

    assertThat(answer.statusCode()).as(row).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).as(row).isEmpty();
  }

  @Test
  @DisplayName("AE3 a repeated parameter is invalid_request")
  void refusesRepeatedParameter() {
    String query = Wire.form(Requests.web()) + "&scope=openid";

    HttpResponse<String> answer = browser().open(server.issuer() + "authorize?" + query);

    assertThat(Parsed.redirect(answer)).containsEntry("error", "invalid_request");
  }

  @Test
  @DisplayName("AE3 a state of more than 2048 characters is invalid_request")
  void refusesOverlongState() {
    HttpResponse<String> answer =
        browser().authorize(Requests.with(Requests.web(), "state", "s".repeat(2049)));

    assertThat(Parsed.redirect(answer)).containsEntry("error", "invalid_request");
  }

  @Test
  @DisplayName("AE9 with errors=auth0 an unknown audience is access_denied")
  void speaksAsAuth0DoesWhenTold() {
    IssuerOptions options = IssuerOptions.ephemeral(clock).withErrors(ErrorProfile.AUTH0);
    try (MockAuthorizationServer other = MockAuthorizationServer.start(options)) {
      HttpResponse<String> answer =
          new UserAgent(other.issuer())
              .authorize(Requests.with(Requests.web(), "audience", "urn:nothing"));

      assertThat(Parsed.redirect(answer)).containsEntry("error", "access_denied");
    }
  }

  @Test
  @DisplayName("AE14 a client that must push or sign its requests may not send them plainly")
  void refusesPlainRequestOfClientThatMustSign() {
    HttpResponse<String> answer =
        browser().authorize(Requests.authorization("webjar", "http://127.0.0.1:8086/callback"));

    assertThat(Parsed.redirect(answer)).containsEntry("error", "invalid_request");
  }

  @Test
  @DisplayName("AE4 a response type not registered for the client is unauthorized_client")
  void refusesResponseTypeNotRegistered() {
    HttpResponse<String> answer =
        browser().authorize(Requests.authorization("form1", "http://127.0.0.1:8084/callback"));

    assertThat(Parsed.redirect(answer)).containsEntry("error", "unauthorized_client");
  }

  @Test
  @DisplayName("AE10 a user who does not want to log in is access_denied")
  void tellsClientThatLoginWasCancelled() {
    UserAgent browser = browser();
    HttpResponse<String> page = browser.follow(browser.authorize(Requests.web()));
    Map<String, String> form = UserAgent.hiddenFields(page);
    form.put("action", "cancel");

    HttpResponse<String> answer = browser.submit("u/login", form);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Parsed.redirect(answer)).containsEntry("error", "access_denied");
  }

  @Test
  @DisplayName("AE11 prompt=none where consent is needed is consent_required")
  void asksForNoConsentWhenPromptIsNone() {
    UserAgent browser = browser();
    Map<String, String> thirdParty =
        Requests.authorization("tp1", "http://127.0.0.1:8087/callback");
    browser.logInAndAgree(thirdParty, "alice");

    HttpResponse<String> answer = browser.authorize(Requests.with(thirdParty, "prompt", "none"));

    assertThat(Parsed.redirect(answer)).containsEntry("error", "consent_required");
  }

  @Test
  @DisplayName("a session is reused, until max_age or prompt=login will not have it")
  void reusesSessionAsLongAsItMay() {
    UserAgent browser = browser();
    browser.logInAndAgree(Requests.web(), "alice");

    assertThat(Parsed.redirect(browser.authorize(Requests.web()))).containsKey("code");
    assertThat(Parsed.redirect(browser.authorize(Requests.with(Requests.web(), "prompt", "none"))))
        .containsKey("code");
    assertThat(Parsed.location(browser.authorize(Requests.with(Requests.web(), "prompt", "login"))))
        .contains("/u/login?");
    clock.advance(Duration.ofMinutes(5));
    assertThat(Parsed.location(browser.authorize(Requests.with(Requests.web(), "max_age", "300"))))
        .contains("/u/login?");
  }

  @Test
  @DisplayName("max_age puts auth_time into the ID token")
  void tellsWhenTheUserLoggedIn() throws Exception {
    String code = browser().codeFor(Requests.with(Requests.web(), "max_age", "300"), "alice");

    String idToken = Parsed.member(redeemAsWeb(code), "id_token");

    assertThat(Parsed.claims(idToken).getLongClaim("auth_time"))
        .isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  @DisplayName("response_mode=form_post answers with a page that posts, and escapes the state")
  void postsTheAnswerWhenAsked() {
    Map<String, String> asked =
        Requests.with(
            Requests.with(Requests.web(), "response_mode", "form_post"),
            "state",
            "\"><script>alert(1)</script>");

    HttpResponse<String> page = browser().logInAndAgree(asked, "alice");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("action=\"" + Requests.WEB_CALLBACK + "\"")
        .contains("name=\"code\"")
        .doesNotContain("<script>alert");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'sha256-");
  }
}
