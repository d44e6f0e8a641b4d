package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PkceTest extends IssuerTest {

  @Test
  @DisplayName("F02.1 + the vector of RFC 7636 goes through")
  void takesTheVectorOfTheRfc() {
    String code = browser().codeFor(Requests.spa(), "alice");

    HttpResponse<String> answer = redeemAsSpa(Requests.redemption(code, Requests.SPA_CALLBACK));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsKeys("access_token", "id_token");
  }

  @ParameterizedTest
  @DisplayName("F02.2 + a native client may be on any loopback port, or at its own scheme")
  @ValueSource(
      strings = {
        "http://127.0.0.1:53127/cb",
        "http://127.0.0.1:1/cb",
        "http://127.0.0.1:65535/cb",
        "com.bearergate.demo:/cb"
      })
  void answersNativeClientWhereItIs(String redirectUri) {
    HttpResponse<String> back =
        browser().logInAndAgree(Requests.authorization("native1", redirectUri), "alice");

    assertThat(Parsed.location(back)).startsWith(redirectUri + "?");
    Map<String, String> form = Requests.redemption(Parsed.redirect(back).get("code"), redirectUri);
    assertThat(token(Requests.with(form, "client_id", "native1")).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F02.3 − a public client without a challenge is invalid_request")
  void demandsChallengeOfPublicClient() {
    HttpResponse<String> answer =
        browser()
            .authorize(Requests.without(Requests.spa(), "code_challenge", "code_challenge_method"));

    assertThat(Parsed.redirect(answer))
        .containsEntry("error", "invalid_request")
        .containsEntry("state", "st-8f1c");
  }

  @ParameterizedTest
  @DisplayName("F02.4 − plain, no method and a misshapen challenge are invalid_request")
  @CsvSource({
    "plain, code_challenge_method, plain",
    "omitted, code_challenge_method, ''",
    "unknown, code_challenge_method, S512",
    "short, code_challenge, abc",
    "padded, code_challenge, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM="
  })
  void takesS256Only(String how, String name, String value) {
    HttpResponse<String> answer = browser().authorize(Requests.with(Requests.spa(), name, value));

    assertThat(Parsed.redirect(answer)).as(how).containsEntry("error", "invalid_request");
  }

  @ParameterizedTest
  @DisplayName(
      "F02.5 − a wrong verifier is invalid_grant, a misshapen or missing one invalid_request")
  @CsvSource({
    "wrong, 43, A, invalid_grant",
    "42 characters, 42, a, invalid_request",
    "129 characters, 129, a, invalid_request",
    "illegal character, 43, !, invalid_request",
    "missing, 0, a, invalid_request"
  })
  void refusesVerifier(String how, int length, String character, String error) {
    String code = browser().codeFor(Requests.spa(), "alice");
    Map<String, String> form =
        Requests.with(
            Requests.redemption(code, Requests.SPA_CALLBACK),
            "code_verifier",
            character.repeat(length));

    HttpResponse<String> answer = redeemAsSpa(form);

    assertThat(answer.statusCode()).as(how).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).as(how).isEqualTo(error);
  }

  @Test
  @DisplayName("F02.6 − an intercepted code with the thief's own verifier is invalid_grant")
  void refusesInterceptedCode() {
    String code = browser().codeFor(Requests.spa(), "alice");
    Map<String, String> thief =
        Requests.with(
            Requests.redemption(code, Requests.SPA_CALLBACK),
            "code_verifier",
            "bearergate-demo-verifier-0123456789-ABCDEFGHIJK");

    assertThat(Parsed.member(redeemAsSpa(thief), "error")).isEqualTo("invalid_grant");
    assertThat(
            Parsed.member(redeemAsSpa(Requests.redemption(code, Requests.SPA_CALLBACK)), "error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("F02.7 − a code injected into another session does not fit its verifier")
  void refusesInjectedCode() {
    Map<String, String> attackers =
        Requests.with(
            Requests.spa(), "code_challenge", "vFi0GT77z6d3fxNfKQ55_iO7OeFgNwitZOyIjiq5zVo");

    String injected = browser().codeFor(attackers, "bob");

    assertThat(
            Parsed.member(
                redeemAsSpa(Requests.redemption(injected, Requests.SPA_CALLBACK)), "error"))
        .isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("F02.8 − an unregistered origin gets no CORS header")
  void answersNoForeignOrigin() {
    String code = browser().codeFor(Requests.spa(), "alice");
    Map<String, String> form =
        Requests.with(Requests.redemption(code, Requests.SPA_CALLBACK), "client_id", "spa1");

    HttpResponse<String> answer = token(form, "Origin", "http://evil.test");
    HttpResponse<String> preflight = preflight("http://evil.test");

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  @DisplayName("F02.8 + the registered origin does")
  void answersTheOriginOfTheClient() {
    HttpResponse<String> preflight = preflight("http://127.0.0.1:8083");

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://127.0.0.1:8083");
    assertThat(preflight.headers().firstValue("Vary")).contains("Origin");
  }

  @ParameterizedTest
  @DisplayName("F02.10 − only a loopback address may change its port")
  @ValueSource(
      strings = {
        "http://localhost:53127/cb",
        "http://192.0.2.1:53127/cb",
        "http://127.0.0.1:53127/other",
        "http://127.0.0.1:99999/cb",
        "http://127.0.0.1:53127/cb#x",
        "https://127.0.0.1:53127/cb",
        "http://127.0.0.1:53127.evil.test/cb",
        "com.bearergate.demo:/cb/more"
      })
  void refusesAnotherPortOffTheLoopback(String redirectUri) {
    HttpResponse<String> answer =
        browser().authorize(Requests.authorization("native1", redirectUri));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("F02.2 − a scheme without a dot may be anybody's, and is not registered")
  @ValueSource(strings = {"myapp:/cb", "javascript:alert(1)", "http://127.0.0.1/cb#x", "/cb"})
  void registersNoSchemeOfNobody(String redirectUri) {
    assertThatThrownBy(() -> server.register("native1", URI.create(redirectUri)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(redirectUri);
    HttpResponse<String> answer =
        browser().authorize(Requests.authorization("native1", redirectUri));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("F02.2 + a scheme that is a domain name backwards is")
  void registersSchemeOfADomain() {
    URI own = URI.create("test.bearergate.other:/cb");

    server.register("native1", own);

    HttpResponse<String> back =
        browser().logInAndAgree(Requests.authorization("native1", own.toString()), "alice");
    assertThat(Parsed.location(back)).startsWith(own + "?code=");
  }

  @Test
  @DisplayName("F02 − a public client that sends a secret is invalid_client")
  void refusesSecretOfPublicClient() {
    String code = browser().codeFor(Requests.spa(), "alice");
    Map<String, String> form =
        Requests.with(Requests.redemption(code, Requests.SPA_CALLBACK), "client_secret", "made-up");

    HttpResponse<String> answer = redeemAsSpa(form);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
  }

  @Test
  @DisplayName("F02 − a native client is asked for consent every time (RFC 8252 §8.6)")
  void asksForConsentOfNativeClientEveryTime() {
    UserAgent browser = browser();
    Map<String, String> asked = Requests.authorization("native1", "http://127.0.0.1:53127/cb");
    browser.logInAndAgree(asked, "alice");

    assertThat(Parsed.location(browser.authorize(asked))).contains("/u/consent?");
    assertThat(Parsed.redirect(browser.authorize(Requests.with(asked, "prompt", "none"))))
        .containsEntry("error", "consent_required");
  }

  private HttpResponse<String> preflight(String origin) {
    return Wire.method(
        "OPTIONS",
        server.issuer() + "oauth/token",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST");
  }
}
