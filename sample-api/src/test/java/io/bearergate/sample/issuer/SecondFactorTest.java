package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that is not enough: the user bob has an app for one-time passwords. */
class SecondFactorTest {

  /** What bob's app shows at the time of the test, as any TOTP tool works it out of the fixture. */
  private static final Totp APP = Totp.ofHex("3132333435363738393031323334353637383930");

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private MockAuthorizationServer server;

  @BeforeEach
  void startServer() {
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.ROPG));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private HttpResponse<String> send(Map<String, String> form) {
    return Wire.postForm(server.issuer() + "oauth/token", form);
  }

  private HttpResponse<String> logIn() {
    return send(Requests.with(PasswordTest.request("bob"), "scope", "openid read:notes"));
  }

  private Map<String, String> withClient(String clientId) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", clientId);
    form.put("client_secret", Fixtures.clientSecret(clientId));
    form.put("mfa_token", Parsed.member(logIn(), "mfa_token"));
    return form;
  }

  private Map<String, String> otp() {
    Map<String, String> form = withClient("ropg1");
    form.put("grant_type", "http://auth0.com/oauth/grant-type/mfa-otp");
    form.put("otp", APP.at(clock.instant()));
    return form;
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.json(answer).get("error");
  }

  private HttpResponse<String> challenge(Map<String, String> form) {
    return Wire.postForm(server.issuer() + "mfa/challenge", form);
  }

  @ParameterizedTest
  @DisplayName("RFC 6238 appendix B: the test vectors, cut to six digits")
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void worksOutOneTimePasswords(long seconds, String password) {
    assertThat(APP.at(Instant.ofEpochSecond(seconds))).isEqualTo(password);
  }

  @Test
  @DisplayName("F13.5 + mfa_required, the challenge, the one-time password, tokens with amr mfa")
  void asksForSecondFactor() {
    HttpResponse<String> first = logIn();
    assertThat(told(first)).isEqualTo("403 mfa_required");
    assertThat(Parsed.json(first))
        .containsKey("mfa_token")
        .containsEntry("mfa_requirements", Map.of("challenge", List.of(Map.of("type", "otp"))));

    HttpResponse<String> challenge =
        challenge(Requests.with(withClient("ropg1"), "challenge_type", "otp"));
    assertThat(challenge.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(challenge)).containsExactly(Map.entry("challenge_type", "otp"));

    HttpResponse<String> tokens = send(otp());
    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(tokens)).containsEntry("scope", "openid read:notes");
    assertThat(Parsed.claims(Parsed.member(tokens, "id_token")).getClaim("amr"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("mfa");
  }

  @Test
  @DisplayName("F13.5 no second factor, no amr")
  void saysNothingOfAFactorThereWasNot() {
    HttpResponse<String> tokens =
        send(Requests.with(PasswordTest.request("alice"), "scope", "openid"));

    assertThat(Parsed.claims(Parsed.member(tokens, "id_token")).getClaim("amr")).isNull();
  }

  @ParameterizedTest
  @DisplayName("F13.5 + a neighbouring half minute will do, no other")
  @CsvSource({"-30, 200", "30, 200", "-60, 400", "60, 400"})
  void allowsForClocks(long seconds, int status) {
    String password = APP.at(clock.instant().plusSeconds(seconds));

    assertThat(send(Requests.with(otp(), "otp", password)).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @DisplayName("F13.5 − a wrong one-time password is invalid_grant, none invalid_request")
  @CsvSource({"000000, invalid_grant", "abc, invalid_grant", "'', invalid_request"})
  void refusesWrongOtp(String otp, String error) {
    assertThat(told(send(Requests.with(otp(), "otp", otp)))).isEqualTo("400 " + error);
  }

  @Test
  @DisplayName("F13.5 + after a wrong one, the right one still works")
  void forgivesTypingErrors() {
    Map<String, String> good = otp();
    send(Requests.with(good, "otp", "000000"));

    assertThat(send(good).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F13.5 − a one-time password is good once, with a new mfa_token too")
  void takesOtpOnce() {
    assertThat(send(otp()).statusCode()).isEqualTo(200);

    assertThat(told(send(otp()))).isEqualTo("400 invalid_grant");
    clock.advance(Duration.ofSeconds(30));
    assertThat(send(otp()).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F13.5 − an mfa_token is good once")
  void takesMfaTokenOnce() {
    Map<String, String> form = otp();
    send(form);
    clock.advance(Duration.ofSeconds(30));

    assertThat(told(send(Requests.with(form, "otp", APP.at(clock.instant())))))
        .isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F13.5 − another client's mfa_token is invalid_grant, at both endpoints")
  void bindsMfaTokenToTheClient() {
    Map<String, String> form = Requests.with(otp(), "client_id", "ropg2");
    form.put("client_secret", Fixtures.clientSecret("ropg2"));

    assertThat(told(send(form))).isEqualTo("400 invalid_grant");
    assertThat(told(challenge(Requests.with(form, "challenge_type", "otp"))))
        .isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F13.5 − after 10 minutes an mfa_token is expired_token")
  void expiresMfaToken() {
    Map<String, String> form = otp();
    clock.advance(Duration.ofMinutes(10));

    assertThat(told(send(Requests.with(form, "otp", APP.at(clock.instant())))))
        .isEqualTo("400 expired_token");
  }

  @ParameterizedTest
  @DisplayName("F13.5 − the challenge: unknown type, none; unknown token, none")
  @CsvSource({
    "challenge_type, sms, 400 invalid_request",
    "challenge_type, '', 400 invalid_request",
    "mfa_token, bgm_nothing, 400 invalid_grant",
    "mfa_token, '', 400 invalid_request",
    "client_secret, wrong, 401 invalid_client"
  })
  void refusesChallenge(String name, String value, String error) {
    Map<String, String> good = Requests.with(withClient("ropg1"), "challenge_type", "otp");

    assertThat(told(challenge(Requests.with(good, name, value)))).isEqualTo(error);
  }

  @Test
  @DisplayName("F13.5 − ten tries, then 429; one more after each 6 minutes")
  void limitsTries() {
    for (int attempt = 0; attempt < 10; attempt++) {
      assertThat(told(send(Requests.with(otp(), "otp", "000000")))).isEqualTo("400 invalid_grant");
    }

    assertThat(told(send(otp()))).isEqualTo("429 too_many_attempts");
    clock.advance(Duration.ofMinutes(6));
    assertThat(told(send(Requests.with(otp(), "otp", "000000")))).isEqualTo("400 invalid_grant");
    assertThat(told(send(otp()))).isEqualTo("429 too_many_attempts");
    clock.advance(Duration.ofMinutes(6));
    assertThat(send(otp()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F13.5 − the password alone opens nothing")
  @ValueSource(strings = {"access_token", "id_token", "refresh_token"})
  void givesNoTokenBefore(String member) {
    assertThat(Parsed.json(logIn())).doesNotContainKey(member);
  }
}
