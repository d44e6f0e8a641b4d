package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationCodeTest extends IssuerTest {

  @Test
  @DisplayName(
      "F01.1 + login half: a code becomes an ID token, and /userinfo tells of the same user")
  void logsInWithoutAnApi() throws Exception {
    Map<String, String> login =
        Requests.with(Requests.without(Requests.web(), "audience"), "scope", "openid profile");

    HttpResponse<String> answer = redeemAsWeb(browser().codeFor(login, "alice"));

    JWTClaimsSet idToken = Parsed.claims(Parsed.member(answer, "id_token"));
    assertThat(idToken.getSubject()).isEqualTo("auth0|65a1f0c2e4b0a1d2c3e4f501");
    assertThat(idToken.getStringClaim("nonce")).isEqualTo("n-41aa");
    assertThat(idToken.getAudience()).containsExactly("web1");
    String opaque = Parsed.member(answer, "access_token");
    assertThat(opaque).doesNotContain(".");
    HttpResponse<String> userInfo =
        Wire.get(server.issuer() + "userinfo", "Authorization", "Bearer " + opaque);
    assertThat(Parsed.member(userInfo, "sub")).isEqualTo(idToken.getSubject());
    assertThat(Parsed.member(userInfo, "nickname")).isEqualTo("alice");
  }

  @Test
  @DisplayName("F01.2 + API half: the token is written for the API in its profile")
  void issuesTokenInTheProfileOfTheApi() throws Exception {
    HttpResponse<String> answer = redeemAsWeb(browser().codeFor(Requests.web(), "alice"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
    assertThat(Parsed.json(answer))
        .containsEntry("expires_in", 86400L)
        .containsEntry("token_type", "Bearer")
        .containsEntry("scope", "openid profile read:notes")
        .doesNotContainKey("refresh_token");
    JWTClaimsSet claims = Parsed.claims(Parsed.member(answer, "access_token"));
    assertThat(claims.getAudience())
        .containsExactly(Fixtures.NOTES_API, server.issuer() + "userinfo");
    assertThat(claims.getStringListClaim("permissions")).containsExactly("read:notes");
    assertThat(claims.getStringClaim("azp")).isEqualTo("web1");
    assertThat(claims.getClaims())
        .doesNotContainKeys("jti", "client_id", "nonce", "at_hash", "gty");
  }

  @Test
  @DisplayName("F01.2 + in no address or page that the browser sees is there an access token")
  void showsTheBrowserNoAccessToken() {
    HttpResponse<String> back = browser().logInAndAgree(Requests.web(), "alice");

    assertThat(Parsed.redirect(back)).containsOnlyKeys("code", "state", "iss");
    assertThat(Parsed.redirect(back))
        .containsEntry("state", "st-8f1c")
        .containsEntry("iss", server.issuer());
  }

  @Test
  @DisplayName("F01.4 − second redemption is invalid_grant")
  void refusesCodeTheSecondTime() {
    String code = browser().codeFor(Requests.web(), "alice");
    redeemAsWeb(code);

    HttpResponse<String> second = redeemAsWeb(code);

    assertThat(second.statusCode()).isEqualTo(400);
    assertThat(Parsed.member(second, "error")).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("F01.5 − a code is invalid_grant after 61 s")
  void refusesCodeAfterItsMinute() {
    String code = browser().codeFor(Requests.web(), "alice");

    clock.advance(Duration.ofSeconds(61));

    assertThat(Parsed.member(redeemAsWeb(code), "error")).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("F01.5 + a code is good for 59 s")
  void takesCodeWithinItsMinute() {
    String code = browser().codeFor(Requests.web(), "alice");

    clock.advance(Duration.ofSeconds(59));

    assertThat(redeemAsWeb(code).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F01.6 − a code of another client is invalid_grant, and burnt by the try")
  void refusesCodeOfAnotherClient() {
    String code = browser().codeFor(Requests.web(), "alice");

    HttpResponse<String> stolen = redeemAsSpa(Requests.redemption(code, Requests.WEB_CALLBACK));

    assertThat(Parsed.member(stolen, "error")).isEqualTo("invalid_grant");
    assertThat(Parsed.member(redeemAsWeb(code), "error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @DisplayName("F01.7 − another redirect_uri at the token endpoint is invalid_grant")
  @ValueSource(
      strings = {"http://127.0.0.1:8081/callback/", "http://127.0.0.1:8081/", "http://evil.test/"})
  void refusesAnotherRedirectUri(String redirectUri) {
    String code = browser().codeFor(Requests.web(), "alice");

    HttpResponse<String> answer = tokenAsWeb(Requests.redemption(code, redirectUri));

    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @DisplayName("F01.8 − a redirect_uri that is not registered gets a page, and no Location")
  @CsvSource({
    "unregistered, http://evil.test/",
    "prefix, http://127.0.0.1:8081/callback/more",
    "shorter, http://127.0.0.1:8081/call",
    "fragment, http://127.0.0.1:8081/callback#x",
    "extra slash, http://127.0.0.1:8081/callback/",
    "port changed, http://127.0.0.1:9999/callback",
    "query added, http://127.0.0.1:8081/callback?x=1",
    "case changed, http://127.0.0.1:8081/Callback",
    "host name, http://localhost:8081/callback",
    "user info, http://127.0.0.1:8081@evil.test/callback",
    "no URI, ://"
  })
  void showsPageForUnregisteredRedirectUri(String how, String redirectUri) {
    HttpResponse<String> answer =
        browser().authorize(Requests.with(Requests.web(), "redirect_uri", redirectUri));

    assertThat(answer.statusCode()).as(how).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).as(how).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @Test
  @DisplayName("F01.9 − a wrong secret is 401 invalid_client, and does not burn the code")
  void refusesWrongSecret() {
    String code = browser().codeFor(Requests.web(), "alice");

    HttpResponse<String> answer =
        token(
            Requests.redemption(code, Requests.WEB_CALLBACK),
            "Authorization",
            Wire.basic("web1", "wrong"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"bearergate-as\"");
    assertThat(redeemAsWeb(code).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F01.9 − no authentication is 401 invalid_client, with PKCE or not")
  void refusesConfidentialClientWithoutCredentials() {
    String code = browser().codeFor(Requests.web(), "alice");

    HttpResponse<String> answer =
        token(Requests.with(Requests.redemption(code, Requests.WEB_CALLBACK), "client_id", "web1"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  @DisplayName("F01.12 − consent denied is access_denied, with state and iss")
  void tellsClientThatConsentWasDenied() {
    UserAgent browser = browser();
    Map<String, String> asked = Requests.authorization("tp1", "http://127.0.0.1:8087/callback");
    HttpResponse<String> loggedIn =
        browser.logIn(browser.follow(browser.authorize(asked)), "alice");

    HttpResponse<String> denied = browser.consent(browser.follow(loggedIn), "deny");

    assertThat(denied.statusCode()).isEqualTo(303);
    assertThat(Parsed.redirect(denied))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "st-8f1c")
        .containsEntry("iss", server.issuer())
        .doesNotContainKey("code");
  }

  @Test
  @DisplayName("F01.13 − prompt=none without a session is login_required")
  void asksNobodyWhenPromptIsNone() {
    HttpResponse<String> answer =
        browser().authorize(Requests.with(Requests.web(), "prompt", "none"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Parsed.redirect(answer))
        .containsEntry("error", "login_required")
        .containsEntry("state", "st-8f1c");
  }

  @Test
  @DisplayName("F01.14 − a code_verifier for a code without a challenge is invalid_grant")
  void refusesVerifierWithoutChallenge() {
    Map<String, String> plain =
        Requests.without(Requests.web(), "code_challenge", "code_challenge_method");

    String code = browser().codeFor(plain, "alice");

    assertThat(Parsed.member(redeemAsWeb(code), "error")).isEqualTo("invalid_grant");
  }

  @Test
  @DisplayName("F01.15 − of two redemptions at the same time exactly one is answered")
  void answersOneOfTwoRedemptionsAtOnce() throws Exception {
    String code = browser().codeFor(Requests.web(), "alice");
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Integer> redeem =
        () -> {
          together.await();
          return redeemAsWeb(code).statusCode();
        };
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Integer> statuses =
          pool.invokeAll(List.of(redeem, redeem)).stream().map(AuthorizationCodeTest::get).toList();

      assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    } finally {
      pool.shutdownNow();
    }
  }

  private static int get(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
