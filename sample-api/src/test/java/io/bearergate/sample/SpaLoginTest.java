package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client that logs its users in by form post refuses, on the wire. */
class SpaLoginTest extends StageTest {

  private final SpaBrowser browser = new SpaBrowser(stage);

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("F08.6 another state", form -> with(form, "state", "other")),
        fault("F08.6 no state", form -> with(form, "state", "")),
        fault("F08.6 another nonce", form -> minted(form, "nonce", "\"other\"", "current")),
        fault("F08.6 no nonce", form -> minted(form, "nonce", "null", "current")),
        fault("F08.10 for another client", form -> minted(form, "aud", "\"web1\"", "current")),
        fault(
            "F08.10 for others, too", form -> minted(form, "aud", "[\"form1\",\"x\"]", "current")),
        fault("F08.10 of another issuer", form -> minted(form, "iss", "\"http://x/\"", "current")),
        fault("F08.10 expired", form -> minted(form, "exp", "1", "current")),
        fault("F08.10 by another key", form -> minted(form, "x", "1", "stranger")),
        fault("F08.10 HS256", form -> with(form, "id_token", hmac(form.get("id_token")))),
        fault("F08.10 alg none", form -> with(form, "id_token", unsigned(form.get("id_token")))),
        fault("F08.10 no ID token", form -> with(form, "id_token", "")),
        fault("SC2 another issuer", form -> with(form, "iss", "http://evil.test/")),
        fault("SC2 no issuer", form -> with(form, "iss", "")),
        fault("SC3 an error, too", form -> with(form, "error", "access_denied")));
  }

  @ParameterizedTest(name = "− {0}")
  @DisplayName("F08.6 F08.10 − an answer that does not fit gives no session")
  @MethodSource("faults")
  void refuses(String how, UnaryOperator<Map<String, String>> change) {
    Map<String, String> form = browser.formOfIssuer("alice");

    HttpResponse<String> answer = browser.postForm("callback", change.apply(form));

    assertThat(answer.statusCode()).as(how).isEqualTo(400);
    assertThat(browser.cookies()).isEmpty();
    assertThat(answer.body()).doesNotContain("eyJ", "state", "nonce", "signature");
  }

  @Test
  @DisplayName("F08.6 + a minted ID token that fits in all is taken: the faults are the reason")
  void takesMintedTokenThatFits() {
    Map<String, String> form = browser.formOfIssuer("alice");

    assertThat(browser.postForm("callback", minted(form, "x", "1", "current")).statusCode())
        .isEqualTo(303);
  }

  @Test
  @DisplayName("F08.6 − the same answer a second time, with the cookie it had")
  void refusesReplay() {
    Map<String, String> form = browser.formOfIssuer("alice");
    String login = browser.cookies().get("bg_login");
    browser.postForm("callback", form);
    browser.cookies().clear();
    browser.cookies().put("bg_login", login);

    assertThat(browser.postForm("callback", form).statusCode()).isEqualTo(400);
    assertThat(browser.cookies()).doesNotContainKey("bg_session");
  }

  @Test
  @DisplayName("F08.6 − an ID token of one login in the answer to the next")
  void refusesIdTokenOfAnEarlierLogin() {
    String earlier = browser.formOfIssuer("alice").get("id_token");

    Map<String, String> form = with(browser.formOfIssuer("alice"), "id_token", earlier);

    assertThat(browser.postForm("callback", form).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("F08.6 − another browser's answer (login CSRF), with a login begun here or not")
  void refusesAnswerOfAnotherBrowser() {
    Map<String, String> attackers = new SpaBrowser(stage).formOfIssuer("bob");

    assertThat(browser.postForm("callback", attackers).statusCode()).isEqualTo(400);
    browser.navigate("login");
    assertThat(browser.postForm("callback", attackers).statusCode()).isEqualTo(400);
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  @DisplayName("F08.6 − an answer ten minutes after the login was begun")
  void refusesLateAnswer() {
    Map<String, String> form = browser.formOfIssuer("alice");

    clock.advance(Duration.ofMinutes(10));

    assertThat(browser.postForm("callback", form).statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("F08 − an answer that is not a form POST")
  void takesFormPostOnly() {
    String query = Wire.form(browser.formOfIssuer("alice"));

    assertThat(browser.navigate("callback?" + query).statusCode()).isEqualTo(405);
    assertThat(browser.postForm("callback?" + query, Map.of()).statusCode()).isEqualTo(400);
    assertThat(browser.post("callback", query).statusCode()).isEqualTo(400);
    assertThat(browser.cookies()).doesNotContainKey("bg_session");
  }

  @ParameterizedTest
  @DisplayName("F08.7 − a user who refuses gets no session")
  @ValueSource(strings = {"access_denied", "login_required"})
  void opensNoSessionForAnError(String error) {
    Map<String, String> form = with(browser.formOfIssuer("alice"), "id_token", "");

    HttpResponse<String> answer = browser.postForm("callback", with(form, "error", error));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  @DisplayName("F08.9 − the ID token at /api/whoami is 401 invalid_token")
  void refusesIdTokenAtTheApi() {
    String idToken = browser.formOfIssuer("alice").get("id_token");

    HttpResponse<String> answer = get("api/whoami", idToken);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(challenge(answer)).contains("error=\"invalid_token\"");
  }

  private static Arguments fault(String how, UnaryOperator<Map<String, String>> change) {
    return Arguments.of(how, change);
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    Map<String, String> changed = new HashMap<>(form);
    if (value.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }

  /** The same but for one claim, signed anew by the server's key or a stranger's. */
  private static Map<String, String> minted(
      Map<String, String> form, String claim, String json, String key) {
    String claims = Parsed.jwt(form.get("id_token")).getPayload().toString();
    String changed = claims.replaceAll("\"" + claim + "\":(\"[^\"]*\"|\\d+),?", "");
    String order =
        "{\"header\":{\"typ\":\"JWT\"},\"key\":\"%s\",\"claims\":{\"%s\":%s,%s}"
            .formatted(key, claim, json, changed.substring(1));
    String uri = stage.issuer().issuer() + "__mock/token";
    return with(
        form, "id_token", Parsed.member(Wire.post(uri, order, "application/json"), "token"));
  }

  private static String unsigned(String jwt) {
    return Base64URL.encode("{\"alg\":\"none\"}") + "." + Parsed.jwt(jwt).getParsedParts()[1] + ".";
  }

  /** A MAC with nothing but public knowledge for a key. */
  private static String hmac(String jwt) {
    String keys = Wire.get(stage.issuer().issuer() + ".well-known/jwks.json").body();
    String kid = Parsed.jwt(jwt).getHeader().getKeyID();
    return Hmac.signed(
        "{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", Parsed.jwt(jwt).getParsedParts()[1], keys);
  }
}
