package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser's half of the device flow. */
class ActivateTest {

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private MockAuthorizationServer server;
  private UserAgent browser;

  @BeforeEach
  void startServer() {
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.CONTROLS));
    browser = new UserAgent(server.issuer());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private DeviceApp device() {
    return DeviceApp.start(server.issuer());
  }

  private HttpResponse<String> type(String userCode) {
    return type(browser, userCode);
  }

  private HttpResponse<String> type(UserAgent where, String userCode) {
    Map<String, String> form = UserAgent.hiddenFields(where.open(server.issuer() + "activate"));
    return where.submit("activate", Requests.with(form, "user_code", userCode));
  }

  private HttpResponse<String> confirm(HttpResponse<String> confirmation) {
    return browser.submit(
        "activate", Requests.with(UserAgent.hiddenFields(confirmation), "action", "confirm"));
  }

  private HttpResponse<String> consentPage(DeviceApp device) {
    HttpResponse<String> login = browser.follow(confirm(type(device.userCode())));
    return browser.follow(browser.logIn(login, "alice"));
  }

  @Test
  @DisplayName("F12.1 + code, confirmation, login, consent, device connected, tokens")
  void connectsDevice() {
    DeviceApp device = device();

    HttpResponse<String> end = browser.consent(consentPage(device), "accept");

    assertThat(end.body()).contains("Device connected");
    assertThat(Parsed.claims(Parsed.member(device.poll(), "access_token")).getClaims())
        .containsEntry("sub", Fixtures.subject("alice"))
        .containsEntry("azp", "tv1");
  }

  @Test
  @DisplayName("F12.2 + the complete URI still asks, and shows the code and the application")
  void asksForConfirmation() {
    DeviceApp device = device();

    HttpResponse<String> page = browser.open(device.link());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(device.userCode(), "Television", "Is this your device?");
    assertThat(device.told()).isEqualTo("400 authorization_pending");
    assertThat(browser.follow(confirm(page)).body()).contains("type=\"password\"");
  }

  @Test
  @DisplayName("F12.2 + a user who is logged in is asked for consent all the same")
  void asksLoggedInUserForConsent() {
    browser.consent(consentPage(device()), "accept");
    DeviceApp second = device();

    HttpResponse<String> page = browser.follow(confirm(browser.open(second.link())));

    assertThat(page.body()).contains("asks for access to", second.userCode());
    assertThat(second.told()).isEqualTo("400 authorization_pending");
  }

  @Test
  @DisplayName("F12.5 − refused at the consent page: access_denied")
  void refuses() {
    DeviceApp device = device();

    HttpResponse<String> end = browser.consent(consentPage(device), "deny");

    assertThat(end.body()).contains("Refused");
    assertThat(device.told()).isEqualTo("400 access_denied");
  }

  @Test
  @DisplayName("F12.5 a login that is broken off decides nothing")
  void decidesNothingWithoutLogin() {
    DeviceApp device = device();
    HttpResponse<String> login = browser.follow(confirm(type(device.userCode())));

    HttpResponse<String> end =
        browser.submit("u/login", Requests.with(UserAgent.hiddenFields(login), "action", "cancel"));

    assertThat(end.body()).contains("Nothing decided");
    assertThat(device.told()).isEqualTo("400 authorization_pending");
  }

  @Test
  @DisplayName("F12.7 + user_code in lower case, without the dash, with blanks")
  void readsUserCodeGenerously() {
    String code = device().userCode();

    assertThat(type(code.toLowerCase(Locale.ROOT)).body()).contains("Is this your device?");
    assertThat(type(code.replace("-", "")).body()).contains("Is this your device?");
    assertThat(type(" " + code.replace('-', '.') + " ").body()).contains("Is this your device?");
  }

  @Test
  @DisplayName("F12.8 − five wrong codes are told so; the sixth is 429 for a minute, right or not")
  void throttlesGuesses() {
    DeviceApp device = device();
    for (int guess = 0; guess < 5; guess++) {
      assertThat(type("BBBB-BBBB").statusCode()).isEqualTo(400);
    }

    HttpResponse<String> sixth = type(device.userCode());

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).contains("60");
    clock.advance(Duration.ofSeconds(59));
    assertThat(type(device.userCode()).statusCode()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(type(device.userCode()).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F12.8 − a new session at the same address is no way around")
  void throttlesByAddress() {
    for (int guess = 0; guess < 5; guess++) {
      type(new UserAgent(server.issuer()), "BBBB-BBBB");
    }

    assertThat(type(new UserAgent(server.issuer()), "BBBB-BBBB").statusCode()).isEqualTo(429);
  }

  @Test
  @DisplayName("F12.8 − guesses in the link count like typed ones")
  void throttlesLinks() {
    for (int guess = 0; guess < 5; guess++) {
      browser.open(server.issuer() + "activate?user_code=BBBB-BBBB");
    }

    assertThat(browser.open(device().link()).statusCode()).isEqualTo(429);
  }

  @Test
  @DisplayName("F12.8 + right codes do not count")
  void doesNotCountRightCodes() {
    String code = device().userCode();
    for (int times = 0; times < 8; times++) {
      assertThat(type(code).statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("F12.8 a wrong, an expired, a refused and a used code look the same")
  void saysNothingAboutCodes() {
    DeviceApp used = device();
    used.decide("approve");
    DeviceApp refused = device();
    refused.decide("deny");
    String wrong = withoutToken(type("BBBB-BBBB"));

    assertThat(withoutToken(type(used.userCode()))).isEqualTo(wrong);
    assertThat(withoutToken(type(refused.userCode()))).isEqualTo(wrong);
    DeviceApp late = device();
    clock.advance(Duration.ofSeconds(901));
    assertThat(withoutToken(type(late.userCode()))).contains("does not connect").isEqualTo(wrong);
  }

  private static String withoutToken(HttpResponse<String> page) {
    return page.statusCode() + page.body().replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @DisplayName("F12.13 − a confirmation without the right CSRF value is refused")
  @ValueSource(strings = {"", "made-up"})
  void refusesForgedConfirmation(String csrf) {
    Map<String, String> form = UserAgent.hiddenFields(browser.open(device().link()));
    form.put("action", "confirm");
    form.put("csrf", csrf);

    HttpResponse<String> answer = browser.submit("activate", form);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  @DisplayName("F12.13 − another browser's CSRF value is refused")
  void refusesConfirmationOfAnotherBrowser() {
    Map<String, String> form = UserAgent.hiddenFields(browser.open(device().link()));
    form.put("action", "confirm");
    UserAgent victim = new UserAgent(server.issuer());
    victim.open(server.issuer() + "activate");

    assertThat(victim.submit("activate", form).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("F12.13 − a confirmation cannot be sent by a link")
  void doesNotConfirmByGet() {
    HttpResponse<String> answer = browser.open(device().link() + "&action=confirm");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Is this your device?");
  }

  @Test
  @DisplayName("F12 the first of two decisions counts; the second is told that it is too late")
  void countsOneDecision() {
    DeviceApp device = device();
    HttpResponse<String> consent = consentPage(device);
    device.decide("deny");

    assertThat(browser.consent(consent, "accept").body()).contains("Too late");
    assertThat(device.told()).isEqualTo("400 access_denied");
  }
}
