package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends IssuerTest {

  @Test
  @DisplayName("F01 the login page may be neither framed nor kept")
  void sendsLoginPageWithItsGuards() {
    UserAgent browser = browser();

    HttpResponse<String> page = browser.follow(browser.authorize(Requests.web()));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'")
        .contains("default-src 'none'");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  @DisplayName("0.3 the session cookie is HttpOnly, Lax, for the whole host, and new after login")
  void changesSessionAtLogin() {
    UserAgent browser = browser();
    HttpResponse<String> first = browser.authorize(Requests.web());
    String before = browser.cookie();

    browser.logIn(browser.follow(first), "alice");

    assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
        .endsWith("; HttpOnly; SameSite=Lax; Path=/");
    assertThat(browser.cookie()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @DisplayName("0.3 a form without the right CSRF value is refused")
  @ValueSource(strings = {"", "made-up"})
  void refusesFormWithoutCsrfValue(String csrf) {
    UserAgent browser = browser();
    HttpResponse<String> page = browser.follow(browser.authorize(Requests.web()));
    Map<String, String> form = UserAgent.hiddenFields(page);
    form.put("csrf", csrf);
    form.put("username", "alice");
    form.put("password", Fixtures.password("alice"));

    HttpResponse<String> answer = browser.submit("u/login", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  @DisplayName("0.3 a form of another browser's session is refused")
  void refusesFormOfAnotherBrowser() {
    UserAgent attacker = browser();
    HttpResponse<String> page = attacker.follow(attacker.authorize(Requests.web()));
    UserAgent victim = browser();
    victim.authorize(Requests.web());

    assertThat(victim.logIn(page, "alice").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("0.3 a consent form counts once")
  void takesConsentOnce() {
    UserAgent browser = browser();
    Map<String, String> asked = Requests.authorization("native1", "http://127.0.0.1:53127/cb");
    HttpResponse<String> page =
        browser.follow(browser.logIn(browser.follow(browser.authorize(asked)), "alice"));

    assertThat(browser.consent(page, "accept").statusCode()).isEqualTo(303);
    assertThat(browser.consent(page, "accept").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("a wrong password and an unknown user get the same page")
  void tellsNobodyWhichUsersExist() {
    UserAgent browser = browser();
    HttpResponse<String> page = browser.follow(browser.authorize(Requests.web()));
    Map<String, String> form = UserAgent.hiddenFields(page);

    HttpResponse<String> wrong = logIn(browser, form, "alice");
    HttpResponse<String> unknown = logIn(browser, form, "mallory");

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  @DisplayName("what a request brings is escaped in the page")
  void escapesWhatTheRequestBrings() {
    UserAgent browser = browser();
    Map<String, String> asked =
        Requests.with(Requests.web(), "login_hint", "\"><script>alert(1)</script>");

    HttpResponse<String> page = browser.follow(browser.authorize(asked));

    assertThat(page.body()).doesNotContain("<script").contains("&quot;&gt;&lt;script&gt;");
  }

  @Test
  @DisplayName("the consent page names the client, the API and the scopes")
  void namesWhatIsAskedFor() {
    UserAgent browser = browser();
    Map<String, String> asked = Requests.authorization("native1", "http://127.0.0.1:53127/cb");

    HttpResponse<String> page =
        browser.follow(browser.logIn(browser.follow(browser.authorize(asked)), "alice"));

    assertThat(page.body())
        .contains("Native application", Fixtures.NOTES_API, "<li>read:notes</li>");
  }

  private static HttpResponse<String> logIn(
      UserAgent browser, Map<String, String> hidden, String username) {
    Map<String, String> form = Requests.with(hidden, "username", username);
    return browser.submit("u/login", Requests.with(form, "password", "wrong"));
  }
}
