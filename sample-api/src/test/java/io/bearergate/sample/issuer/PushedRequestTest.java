package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertJson;
import static io.bearergate.sample.issuer.Answers.assertPage;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushedRequestTest extends IssuerTest {

  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

  @Test
  @DisplayName("F03.1 + 201, expires_in 30, a reference of 256 bits, not to be kept")
  void givesReference() {
    HttpResponse<String> pushed = pushAsWeb(Requests.web());

    assertThat(pushed.statusCode()).isEqualTo(201);
    assertThat(Parsed.json(pushed))
        .containsEntry("expires_in", 30L)
        .containsOnlyKeys("request_uri", "expires_in");
    assertThat(Parsed.member(pushed, "request_uri"))
        .startsWith(PREFIX)
        .hasSize(PREFIX.length() + 43);
    assertThat(pushed.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(pushed.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(pushed.headers().firstValue("Pragma")).contains("no-cache");
  }

  @Test
  @DisplayName("F03.1 + the reference leads to login, a code and tokens for what was pushed")
  void goesOnFromTheReference() {
    UserAgent browser = browser();

    HttpResponse<String> back =
        browser.logInAndAgree(reference("web1", pushAsWeb(Requests.web())), "alice");

    assertThat(Parsed.location(back)).startsWith(Requests.WEB_CALLBACK + "?");
    assertThat(Parsed.redirect(back))
        .containsEntry("state", "st-8f1c")
        .containsEntry("iss", server.issuer());
    HttpResponse<String> tokens = redeemAsWeb(Parsed.redirect(back).get("code"));
    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(Parsed.member(tokens, "scope")).isEqualTo("openid profile read:notes");
  }

  @Test
  @DisplayName("F03.1 + a client may name and prove itself in the body; its secret is not kept")
  void takesCredentialsInTheBody() {
    Map<String, String> form =
        Requests.with(Requests.web(), "client_secret", Fixtures.clientSecret("web1"));

    HttpResponse<String> pushed = push(form);

    assertThat(pushed.statusCode()).isEqualTo(201);
    assertThat(Parsed.location(browser().authorize(reference("web1", pushed))))
        .contains("/u/login?");
  }

  @Test
  @DisplayName("F03.2 − a request_uri works once")
  void takesReferenceOnce() {
    Map<String, String> reference = reference("web1", pushAsWeb(Requests.web()));

    assertThat(browser().authorize(reference).statusCode()).isEqualTo(302);

    assertPage(browser().authorize(reference), "invalid_request_uri");
  }

  @Test
  @DisplayName(
      "F03.2 − of many browsers with one request_uri at the same time, exactly one gets on")
  void takesReferenceOnceInParallel() {
    Map<String, String> reference = reference("web1", pushAsWeb(Requests.web()));

    List<Integer> statuses =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> browser().authorize(reference).statusCode())
            .toList();

    assertThat(statuses).containsOnlyOnce(302).containsOnly(302, 400);
  }

  @Test
  @DisplayName("F03.3 − a request_uri is no more after 31 s; after 29 s it is")
  void forgetsReference() {
    Map<String, String> inTime = reference("web1", pushAsWeb(Requests.web()));
    Map<String, String> late = reference("web1", pushAsWeb(Requests.web()));

    clock.advance(Duration.ofSeconds(29));
    assertThat(browser().authorize(inTime).statusCode()).isEqualTo(302);
    clock.advance(Duration.ofSeconds(2));

    assertPage(browser().authorize(late), "invalid_request_uri");
  }

  @Test
  @DisplayName("F03.4 − another client_id, or none, is refused, and does not use the reference up")
  void bindsReferenceToItsClient() {
    HttpResponse<String> pushed = pushAsWeb(Requests.web());

    assertPage(browser().authorize(reference("spa1", pushed)), "invalid_request");
    assertPage(
        browser().authorize(Requests.without(reference("web1", pushed), "client_id")),
        "invalid_request");

    assertThat(browser().authorize(reference("web1", pushed)).statusCode()).isEqualTo(302);
  }

  @Test
  @DisplayName("F03.5 − request_uri among the pushed parameters is invalid_request")
  void takesNoReferenceInsidePushedRequest() {
    String reference = Parsed.member(pushAsWeb(Requests.web()), "request_uri");

    assertJson(
        pushAsWeb(Requests.with(Requests.web(), "request_uri", reference)), 400, "invalid_request");
  }

  @Test
  @DisplayName("F03.7 − a public client is invalid_client")
  void refusesPublicClient() {
    assertJson(push(Requests.spa()), 401, "invalid_client");
  }

  @Test
  @DisplayName("F03.7 + with par.allow_public=on it may push")
  void letsPublicClientPushWhenTold() {
    IssuerOptions options = IssuerOptions.ephemeral(clock).with(Feature.PUBLIC_PAR);
    try (MockAuthorizationServer other = MockAuthorizationServer.start(options)) {
      assertThat(Wire.postForm(other.issuer() + "oauth/par", Requests.spa()).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  @DisplayName(
      "F03.7 − wrong or no credentials are invalid_client, with a challenge for the header")
  void refusesWithoutCredentials() {
    HttpResponse<String> wrong = push(Requests.web(), "Authorization", Wire.basic("web1", "wrong"));

    assertJson(wrong, 401, "invalid_client");
    assertThat(wrong.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"bearergate-as\"");
    assertJson(push(Requests.web()), 401, "invalid_client");
    assertJson(
        pushAsWeb(Requests.with(Requests.web(), "client_secret", Fixtures.clientSecret("web1"))),
        400,
        "invalid_request");
  }

  @Test
  @DisplayName("F03.8 − an unregistered redirect_uri is told in JSON, nothing is redirected")
  void tellsOfUnregisteredRedirectUri() {
    HttpResponse<String> answer =
        pushAsWeb(Requests.with(Requests.web(), "redirect_uri", "http://evil.test/"));

    assertJson(answer, 400, "invalid_request");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("F03.8 − whatever /authorize would refuse is refused here, with the same code")
  @CsvSource({
    "AE2, redirect_uri, '', invalid_request",
    "AE4, response_type, '', invalid_request",
    "AE4, response_type, token, unsupported_response_type",
    "AE5, response_mode, fragment, invalid_request",
    "AE6, code_challenge_method, plain, invalid_request",
    "AE6, code_challenge, short, invalid_request",
    "AE8, scope, 'openid  profile', invalid_scope",
    "AE9, audience, https://api.bearergate.test/nothing, invalid_target",
    "AE3, max_age, soon, invalid_request",
    "AE13, authorization_details, [], invalid_authorization_details"
  })
  void checksAsAuthorizeDoes(String row, String name, String value, String error) {
    HttpResponse<String> answer = pushAsWeb(Requests.with(Requests.web(), name, value));

    assertThat(answer.statusCode()).as(row).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).as(row).isEqualTo(error);
  }

  @Test
  @DisplayName("F03.8 − a repeated parameter and a body that is no form are invalid_request")
  void refusesWhatIsNoForm() {
    String uri = server.issuer() + "oauth/par";
    String basic = Wire.basic("web1", Fixtures.clientSecret("web1"));
    String twice = Wire.form(Requests.web()) + "&scope=openid";

    assertJson(
        Wire.post(uri, twice, "application/x-www-form-urlencoded", "Authorization", basic),
        400,
        "invalid_request");
    assertJson(
        Wire.post(uri, "{}", "application/json", "Authorization", basic), 400, "invalid_request");
  }

  @Test
  @DisplayName("F03.8 − another method is 405")
  void takesFormsOnly() {
    HttpResponse<String> answer = Wire.method("GET", server.issuer() + "oauth/par");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  @DisplayName(
      "F03.9 − a client that must push may not ask plainly: invalid_request to its callback")
  void refusesPlainRequestOfClientThatMustPush() {
    HttpResponse<String> answer =
        browser().authorize(Requests.authorization("webpkj", "http://127.0.0.1:8082/callback"));

    assertThat(Parsed.location(answer)).startsWith("http://127.0.0.1:8082/callback?");
    assertThat(Parsed.redirect(answer))
        .containsEntry("error", "invalid_request")
        .containsEntry("state", "st-8f1c");
  }

  @Test
  @DisplayName("F03.10 + what stands next to the request_uri has no effect")
  void ignoresWhatStandsNextToTheReference() {
    Map<String, String> tampered =
        new LinkedHashMap<>(reference("web1", pushAsWeb(Requests.web())));
    tampered.put("scope", "openid admin");
    tampered.put("redirect_uri", "http://evil.test/");
    tampered.put("state", "evil");
    tampered.put("response_type", "token");

    HttpResponse<String> back = browser().logInAndAgree(tampered, "bob");

    assertThat(Parsed.location(back)).startsWith(Requests.WEB_CALLBACK + "?");
    assertThat(Parsed.redirect(back)).containsEntry("state", "st-8f1c");
    assertThat(Parsed.member(redeemAsWeb(Parsed.redirect(back).get("code")), "scope"))
        .isEqualTo("openid profile read:notes");
  }

  @Test
  @DisplayName("F03.11 − the 301st request of a client in 30 s is 429; another client's is not")
  void limitsHowManyAreKept() {
    String web = Wire.basic("web1", Fixtures.clientSecret("web1"));
    String thirdParty = Wire.basic("tp1", Fixtures.clientSecret("tp1"));
    try (MockAuthorizationServer other =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      String uri = other.issuer() + "oauth/par";
      for (int i = 0; i < 300; i++) {
        assertThat(Wire.postForm(uri, Requests.web(), "Authorization", web).statusCode())
            .isEqualTo(201);
      }

      HttpResponse<String> refused = Wire.postForm(uri, Requests.web(), "Authorization", web);

      assertJson(refused, 429, "too_many_requests");
      assertThat(refused.headers().firstValue("Retry-After")).contains("30");
      Map<String, String> another = Requests.authorization("tp1", "http://127.0.0.1:8087/callback");
      assertThat(Wire.postForm(uri, another, "Authorization", thirdParty).statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  @DisplayName("F03.11 − a body of more than 10 KiB is 413; one of 10 KiB is read")
  void limitsTheBody() {
    Map<String, String> good = Requests.web();
    int room = 10 * 1024 - Wire.form(good).length() - "&ext-more=".length();

    assertThat(pushAsWeb(Requests.with(good, "ext-more", "x".repeat(room))).statusCode())
        .isEqualTo(201);

    assertJson(
        pushAsWeb(Requests.with(good, "ext-more", "x".repeat(room + 1))), 413, "invalid_request");
  }
}
