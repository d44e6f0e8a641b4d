package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Requests;
import io.bearergate.sample.issuer.UserAgent;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FreshTest extends StageTest {

  private static final Pattern MAX_AGE = Pattern.compile("max_age=\"(\\d+)\"");

  private UserAgent browser = new UserAgent("");

  @BeforeEach
  void openBrowser() {
    browser = new UserAgent(stage.issuer().issuer());
  }

  @Test
  @DisplayName("RS.13 + a user who has just logged in is let in")
  void admitsFreshLogin() {
    assertThat(get("api/fresh", tokenFor(billing())).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.13 + the whole round: 401 with max_age, a new login as it says, 200")
  void stepsUp() {
    String stale = tokenFor(billing());
    clock.advance(Duration.ofMinutes(6));

    HttpResponse<String> refused = get("api/fresh", stale);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused))
        .startsWith("Bearer ")
        .contains("error=\"insufficient_user_authentication\"");
    String maxAge = maxAgeIn(challenge(refused));
    assertThat(maxAge).isEqualTo("300");

    Map<String, String> again = Requests.with(billing(), "max_age", maxAge);
    assertThat(Parsed.location(browser.authorize(again))).contains("/u/login?");
    assertThat(get("api/fresh", tokenFor(again)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.13 − a new token of the old login does not do")
  void refusesNewTokenOfOldLogin() {
    String first = tokenFor(billing());
    clock.advance(Duration.ofMinutes(6));

    String second = tokenFor(billing());

    assertThat(Parsed.claims(second).getClaim("auth_time"))
        .isEqualTo(Parsed.claims(first).getClaim("auth_time"));
    assertThat(get("api/fresh", second).statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName("RS.13 − a token that does not say when its user logged in")
  void refusesTokenWithoutAuthTime() {
    HttpResponse<String> refused = get("api/fresh", userToken(Fixtures.BILLING_API, "read:bills"));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("insufficient_user_authentication");
  }

  @Test
  @DisplayName("RS.13 − a token of another API is invalid, and no login would help")
  void refusesTokenOfNotesApi() {
    HttpResponse<String> refused = get("api/fresh", tokenFor(Requests.web()));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
  }

  private static Map<String, String> billing() {
    Map<String, String> asked = Requests.with(Requests.web(), "audience", Fixtures.BILLING_API);
    return Requests.with(asked, "scope", "openid read:bills");
  }

  private static String maxAgeIn(String challenge) {
    Matcher maxAge = MAX_AGE.matcher(challenge);
    assertThat(maxAge.find()).isTrue();
    return maxAge.group(1);
  }

  private String tokenFor(Map<String, String> asked) {
    String code = browser.codeFor(asked, "alice");
    String basic = Wire.basic("web1", Fixtures.clientSecret("web1"));
    String uri = stage.issuer().issuer() + "oauth/token";
    Map<String, String> form = Requests.redemption(code, Requests.WEB_CALLBACK);
    return Parsed.member(Wire.postForm(uri, form, "Authorization", basic), "access_token");
  }
}
