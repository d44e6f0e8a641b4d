package io.bearergate.sample;

import static io.bearergate.sample.SpaBrowser.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpaBackendTest extends StageTest {

  private static final String ALICE = "auth0|65a1f0c2e4b0a1d2c3e4f501";

  private final SpaBrowser browser = new SpaBrowser(stage);

  @Test
  @DisplayName("F09.1 + login, back to the page by 303, then /bff/me tells who it is")
  void logsIn() {
    HttpResponse<String> back = browser.logIn("alice");

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(Parsed.location(back)).isEqualTo("/");
    HttpResponse<String> me = browser.fetch("bff/me");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(me)).isEqualTo(Map.of("sub", ALICE, "name", "Alice Example"));
    assertThat(me.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  @DisplayName(
      "F09.1 + the login is asked for as in F08: ID token only, by form post, with a nonce")
  void asksForAnIdTokenOnly() {
    HttpResponse<String> away = browser.navigate("login");

    assertThat(away.statusCode()).isEqualTo(302);
    assertThat(away.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(Parsed.location(away)).startsWith(stage.issuer().issuer() + "authorize?");
    assertThat(Parsed.redirect(away))
        .containsEntry("response_type", "id_token")
        .containsEntry("response_mode", "form_post")
        .containsEntry("redirect_uri", stage.backend().address() + "callback")
        .containsKeys("state", "nonce")
        .doesNotContainKey("audience");
  }

  @Test
  @DisplayName("F09.2 both cookies are HttpOnly, Lax on the loopback, and for the whole host")
  void guardsItsCookies() {
    browser.logIn("alice");

    List<String> set =
        browser.answers().stream()
            .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
            .filter(cookie -> !cookie.contains("Expires=Thu, 01 Jan 1970"))
            .toList();
    assertThat(set).hasSize(2);
    assertThat(set.get(0)).startsWith("bg_login=");
    assertThat(set.get(1)).startsWith("bg_session=");
    assertThat(set)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain", "Max-Age", "Expires"));
  }

  @ParameterizedTest
  @DisplayName("F09.3 − without a cookie a fetch is 401 JSON, and no redirect")
  @CsvSource({
    "cors, */*",
    "cors, text/html",
    "same-origin, application/json",
    "no-cors, */*",
    "'', */*",
    "'', application/json"
  })
  void tellsScriptToLogIn(String mode, String accept) {
    Map<String, String> sent = new HashMap<>(Map.of("Accept", accept));
    if (!mode.isEmpty()) {
      sent.put("Sec-Fetch-Mode", mode);
    }

    HttpResponse<String> answer = Wire.get(stage.backend().address() + "bff/me", flat(sent));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"login_required\"}");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("F09.3 − without a cookie a navigation is 302 to /login, known path or not")
  @ValueSource(strings = {"bff/me", "bff/notes", "bff/nothing"})
  void sendsNavigationToLogin(String path) {
    HttpResponse<String> answer = browser.navigate(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Parsed.location(answer)).isEqualTo("/login");
  }

  @Test
  @DisplayName("F09.4 − a forged cookie, and two of them")
  void refusesForgedCookie() {
    browser.logIn("alice");
    String good = browser.cookies().get("bg_session");

    assertThat(fetchWith("bg_session=" + good.substring(1) + "A")).isEqualTo(401);
    assertThat(fetchWith("bg_session=made-up")).isEqualTo(401);
    assertThat(fetchWith("bg_session=")).isEqualTo(401);
    assertThat(fetchWith("bg_session=" + good + "; bg_session=planted")).isEqualTo(401);
    assertThat(fetchWith("bg_session=" + good)).isEqualTo(200);
  }

  @Test
  @DisplayName("F09.4 − a session nobody has used for half an hour, and + one that was used")
  void endsIdleSession() {
    browser.logIn("alice");

    clock.advance(Duration.ofMinutes(29));
    assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(29));
    assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(30));
    assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("F09.4 − a session of eight hours, however much it was used")
  void endsOldSession() {
    browser.logIn("alice");

    for (int i = 0; i < 24; i++) {
      assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(20));
    }

    assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("F09.4 − a cookie after logout, which deletes it here and there")
  void endsSessionAtLogout() {
    browser.logIn("alice");
    String cookie = "bg_session=" + browser.cookies().get("bg_session");

    HttpResponse<String> out = browser.post("logout", "", "Origin", origin());

    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(browser.cookies()).doesNotContainKey("bg_session");
    assertThat(fetchWith(cookie)).isEqualTo(401);
  }

  @ParameterizedTest
  @DisplayName("F09.5 − another origin may change nothing, not even with the custom header")
  @ValueSource(strings = {"http://evil.test", "null", "http://127.0.0.1:1", "https://127.0.0.1"})
  void refusesForeignOrigin(String foreign) {
    browser.logIn("alice");

    HttpResponse<String> notes =
        browser.post("bff/notes", NOTE, "Origin", foreign, "X-Requested-With", "XMLHttpRequest");
    HttpResponse<String> out = browser.post("logout", "", "Origin", foreign);

    assertThat(notes.statusCode()).isEqualTo(403);
    assertThat(error(notes)).isEqualTo("forbidden");
    assertThat(notes.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(out.statusCode()).isEqualTo(403);
    assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F09.5 − neither may a request that says nothing of where it is from")
  void refusesChangeOfUnknownOrigin() {
    browser.logIn("alice");

    assertThat(browser.post("bff/notes", NOTE).statusCode()).isEqualTo(403);
  }

  @Test
  @DisplayName("F09.5 + the page's own origin may, and a request with the custom header")
  void letsItsOwnPageWrite() {
    browser.logIn("alice");

    assertThat(browser.post("bff/notes", NOTE, "Origin", origin()).statusCode()).isEqualTo(201);
    assertThat(browser.post("bff/notes", NOTE, "X-Requested-With", "XMLHttpRequest").statusCode())
        .isEqualTo(201);
    assertThat(Parsed.json(browser.fetch("bff/notes"))).containsKey("notes");
  }

  @Test
  @DisplayName("F09.5 − its own origin without a session is told to log in")
  void writesNothingWithoutSession() {
    HttpResponse<String> answer = browser.post("bff/notes", NOTE, "Origin", origin());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(error(answer)).isEqualTo("login_required");
  }

  @Test
  @DisplayName("F09.6 the session's name changes at login, and the old one is dead")
  void changesSessionAtLogin() {
    browser.logIn("alice");
    String before = browser.cookies().get("bg_session");

    browser.logIn("alice");

    assertThat(browser.cookies().get("bg_session")).isNotEqualTo(before);
    assertThat(fetchWith("bg_session=" + before)).isEqualTo(401);
    assertThat(browser.fetch("bff/me").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F09.6 a session somebody has planted before the login is not taken over")
  void takesOverNoPlantedSession() {
    browser.cookies().put("bg_session", "planted");

    browser.logIn("alice");

    assertThat(browser.cookies().get("bg_session")).isNotEqualTo("planted");
    assertThat(fetchWith("bg_session=planted")).isEqualTo(401);
  }

  @Test
  @DisplayName("F09.7 − the cookie is no credential at the API")
  void opensNoApi() {
    browser.logIn("alice");
    String cookie = "bg_session=" + browser.cookies().get("bg_session");

    HttpResponse<String> answer = Wire.get(stage.api().address() + "api/notes", "Cookie", cookie);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(challenge(answer)).startsWith("Bearer realm=\"api\"").doesNotContain("error");
  }

  @Test
  @DisplayName("F09.7 − an access token is none at the backend")
  void takesNoAccessToken() {
    HttpResponse<String> answer =
        browser.fetch("bff/me", "Authorization", "Bearer " + machineToken());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(error(answer)).isEqualTo("login_required");
  }

  @Test
  @DisplayName("F09.8 no answer of the backend holds a token")
  void showsThePageNoToken() {
    browser.logIn("alice");
    browser.fetch("bff/me");
    browser.fetch("bff/notes");
    browser.post("logout", "", "Origin", origin());

    assertThat(browser.answers()).hasSize(5);
    assertThat(browser.answers())
        .allSatisfy(
            answer ->
                assertThat(answer.body() + answer.headers().map())
                    .doesNotContain("access_token", "refresh_token")
                    .doesNotContainPattern(Leaks.TOKEN));
  }

  private static final String NOTE = "{\"text\":\"buy milk\"}";

  private static int fetchWith(String cookie) {
    return Wire.get(
            stage.backend().address() + "bff/me", "Cookie", cookie, "Sec-Fetch-Mode", "cors")
        .statusCode();
  }

  private static String origin() {
    return stage.backend().address().toString().replaceAll("/$", "");
  }

  private static String[] flat(Map<String, String> headers) {
    return headers.entrySet().stream()
        .flatMap(header -> List.of(header.getKey(), header.getValue()).stream())
        .toArray(String[]::new);
  }
}
