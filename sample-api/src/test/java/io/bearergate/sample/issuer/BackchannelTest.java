package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackchannelTest {

  private static final String TRANSFER =
      "[{\"type\":\"money_transfer\",\"instructedAmount\":{\"amount\":2500,\"currency\":\"USD\"}}]";

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private MockAuthorizationServer server;
  private CallCentre centre;
  private UserAgent browser;

  @BeforeEach
  void startServer() {
    IssuerOptions options = IssuerOptions.ephemeral(clock).with(Feature.CIBA);
    server = MockAuthorizationServer.start(options.with(Feature.CONTROLS));
    centre = new CallCentre(server.issuer());
    browser = new UserAgent(server.issuer());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private HttpResponse<String> consentPage() {
    HttpResponse<String> login = browser.follow(browser.open(centre.link("alice")));
    return browser.follow(browser.logIn(login, "alice"));
  }

  @Test
  @DisplayName("F14.1 + asked, notified, logged in, agreed: tokens for the hinted user")
  void issuesTokensOnceTheUserHasAgreed() {
    HttpResponse<String> asked = centre.ask(centre.request());
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(asked)).containsEntry("expires_in", 300L).containsEntry("interval", 5L);
    assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
    String id = Parsed.member(asked, "auth_req_id");
    assertThat(centre.told(id)).isEqualTo("400 authorization_pending");

    HttpResponse<String> consent = consentPage();
    assertThat(consent.body())
        .contains("Call centre", Fixtures.BILLING_API, "<li>pay:bills</li>", CallCentre.MESSAGE);
    assertThat(browser.consent(consent, "accept").statusCode()).isEqualTo(200);
    HttpResponse<String> tokens = centre.poll(id);

    assertThat(Parsed.json(tokens))
        .containsEntry("scope", "openid pay:bills")
        .doesNotContainKey("refresh_token");
    assertThat(Parsed.claims(Parsed.member(tokens, "id_token")).getClaims())
        .containsEntry("sub", Fixtures.subject("alice"))
        .doesNotContainKey("nonce");
  }

  @Test
  @DisplayName("F14.1 + a refresh token with offline_access")
  void issuesRefreshToken() {
    HttpResponse<String> asked =
        centre.ask(Requests.with(centre.request(), "scope", "openid offline_access"));
    String id = Parsed.member(asked, "auth_req_id");
    centre.decide(id, "approve");

    assertThat(Parsed.json(centre.poll(id))).containsKey("refresh_token");
  }

  @Test
  @DisplayName("F14.2 − declined in the browser: access_denied, for good")
  void declines() {
    String id = centre.asked();

    browser.consent(consentPage(), "deny");

    assertThat(centre.told(id)).isEqualTo("400 access_denied");
    assertThat(centre.told(id)).isEqualTo("400 access_denied");
  }

  @ParameterizedTest
  @DisplayName("F14.2 − expired: expired_token; with errors=auth0, access_denied")
  @CsvSource({"RFC, expired_token", "AUTH0, access_denied"})
  void expires(ErrorProfile errors, String error) {
    IssuerOptions options = IssuerOptions.ephemeral(clock).with(Feature.CIBA).withErrors(errors);
    try (MockAuthorizationServer other = MockAuthorizationServer.start(options)) {
      CallCentre there = new CallCentre(other.issuer());
      String id = there.asked();
      clock.advance(Duration.ofMinutes(5));

      assertThat(there.told(id)).isEqualTo("400 " + error);
    }
  }

  @Test
  @DisplayName("F14.3 − too fast is slow_down, with Retry-After and the new interval")
  void slowsDown() {
    String id = centre.asked();
    centre.poll(id);

    HttpResponse<String> tooFast = centre.poll(id);

    assertThat(CallCentre.told(tooFast)).isEqualTo("400 slow_down");
    assertThat(tooFast.headers().firstValue("Retry-After")).contains("10");
    assertThat(Parsed.json(tooFast)).containsEntry("interval", 10L);
    clock.advance(Duration.ofSeconds(9));
    assertThat(centre.told(id)).isEqualTo("400 slow_down");
    clock.advance(Duration.ofSeconds(15));
    assertThat(centre.told(id)).isEqualTo("400 authorization_pending");
  }

  @Test
  @DisplayName("F14.4 − an auth_req_id works once, in parallel too")
  void redeemsOnce() throws Exception {
    String id = centre.asked();
    centre.decide(id, "approve");
    ExecutorService both = Executors.newFixedThreadPool(2);
    Callable<Integer> poll = () -> centre.poll(id).statusCode();

    Set<Integer> statuses = new HashSet<>();
    for (var answer : both.invokeAll(List.of(poll, poll))) {
      statuses.add(answer.get());
    }
    both.shutdown();

    assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    assertThat(centre.told(id)).isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F14.4 − another client's auth_req_id is invalid_grant, and stays good for its own")
  void belongsToItsClient() {
    String id = centre.asked();
    centre.decide(id, "approve");

    HttpResponse<String> stolen =
        Wire.postForm(
            server.issuer() + "oauth/token",
            CallCentre.redemption(id),
            "Authorization",
            Wire.basic("ciba2", Fixtures.clientSecret("ciba2")));

    assertThat(CallCentre.told(stolen)).isEqualTo("400 invalid_grant");
    assertThat(centre.poll(id).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F14.4 − an unknown auth_req_id is invalid_grant")
  @ValueSource(strings = {"bgq_nothing", "x"})
  void refusesUnknownId(String id) {
    assertThat(centre.told(id)).isEqualTo("400 invalid_grant");
  }

  @ParameterizedTest
  @DisplayName("F14.5 F14.6 F14.7 − a parameter that is missing or wrong")
  @CsvSource({
    "scope, '', invalid_request",
    "scope, pay:bills, invalid_scope",
    "scope, openid  pay:bills, invalid_scope",
    "login_hint, '', invalid_request",
    "login_hint, alice, invalid_request",
    "login_hint, '{\"format\":\"email\",\"email\":\"alice@bearergate.test\"}', invalid_request",
    "login_hint, '{\"format\":\"iss_sub\",\"iss\":\"%s\"}', invalid_request",
    "login_hint, '{\"format\":\"iss_sub\",\"iss\":\"%s\",\"sub\":7}', invalid_request",
    "login_hint_token, x, invalid_request",
    "id_token_hint, x, invalid_request",
    "user_code, x, invalid_request",
    "request, x, invalid_request",
    "binding_message, '', invalid_request",
    "binding_message, <b>hi</b>, invalid_binding_message",
    "binding_message, Zahle 5 €, invalid_binding_message",
    "requested_expiry, 0, invalid_request",
    "requested_expiry, 259201, invalid_request",
    "requested_expiry, -1, invalid_request",
    "requested_expiry, soon, invalid_request",
    "audience, https://api.bearergate.test/nothing, invalid_target",
    "authorization_details, '[{\"type\":\"unknown\"}]', invalid_authorization_details",
    "authorization_details, '[{\"type\":\"vault_open\"}]', invalid_authorization_details",
    "authorization_details, '{}', invalid_authorization_details",
    "authorization_details, x, invalid_authorization_details"
  })
  void refusesParameter(String name, String value, String error) {
    String given = value.replace("%s", server.issuer());

    assertThat(CallCentre.told(centre.ask(Requests.with(centre.request(), name, given))))
        .isEqualTo("400 " + error);
  }

  @Test
  @DisplayName("F14.5 − a foreign issuer in the hint, the slashless one too")
  void refusesForeignIssuer() {
    for (String foreign :
        List.of("https://evil.test/", server.issuer().substring(0, server.issuer().length() - 1))) {
      String hint = CallCentre.hint(foreign, Fixtures.subject("alice"));

      assertThat(CallCentre.told(centre.ask(Requests.with(centre.request(), "login_hint", hint))))
          .isEqualTo("400 invalid_request");
    }
  }

  @Test
  @DisplayName("F14.5 − an unknown user, one who is not enrolled, one with an unverified e-mail")
  void refusesUserWhoCannotBeReached() {
    String nobody = CallCentre.hint(server.issuer(), "auth0|nobody");
    Map<String, String> carol = centre.request("carol");

    assertThat(CallCentre.told(centre.ask(Requests.with(centre.request(), "login_hint", nobody))))
        .isEqualTo("400 unknown_user_id");
    assertThat(CallCentre.told(centre.ask(carol))).isEqualTo("400 unknown_user_id");
    assertThat(CallCentre.told(centre.ask(Requests.with(carol, "requested_expiry", "301"))))
        .isEqualTo("400 unknown_user_id");
  }

  @Test
  @DisplayName("F14.5 + a user without the app is reached by e-mail, which takes longer")
  void reachesUserByEmail() {
    Map<String, String> octo = centre.request("octo");

    assertThat(CallCentre.told(centre.ask(octo))).isEqualTo("400 unknown_user_id");
    assertThat(centre.ask(Requests.with(octo, "requested_expiry", "301")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F14.6 + a binding message of 64 characters; − of 65")
  @CsvSource({"64, 200", "65, 400"})
  void limitsBindingMessage(int length, int status) {
    String message = "x".repeat(length);

    HttpResponse<String> answer =
        centre.ask(Requests.with(centre.request(), "binding_message", message));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Parsed.json(answer).get("error"))
        .isEqualTo(status == 200 ? null : "invalid_binding_message");
  }

  @ParameterizedTest
  @DisplayName("F14.7 + requested_expiry from 1 s to three days is kept")
  @ValueSource(ints = {1, 300, 259_200})
  void keepsRequestedExpiry(int seconds) {
    HttpResponse<String> asked =
        centre.ask(Requests.with(centre.request(), "requested_expiry", Integer.toString(seconds)));
    assertThat(Parsed.json(asked)).containsEntry("expires_in", (long) seconds);
    String id = Parsed.member(asked, "auth_req_id");

    clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(centre.told(id)).isEqualTo("400 authorization_pending");
    clock.advance(Duration.ofMillis(1));
    assertThat(centre.told(id)).isEqualTo("400 expired_token");
  }

  @Test
  @DisplayName("F14.8 − public, third-party and other clients are unauthorized_client")
  void refusesOtherClients() {
    String uri = server.issuer() + "bc-authorize";
    Map<String, String> asPublic = Requests.with(centre.request(), "client_id", "spa1");
    assertThat(CallCentre.told(Wire.postForm(uri, asPublic))).isEqualTo("400 unauthorized_client");
    for (String client : List.of("tp1", "web1")) {
      String basic = Wire.basic(client, Fixtures.clientSecret(client));

      assertThat(CallCentre.told(Wire.postForm(uri, centre.request(), "Authorization", basic)))
          .isEqualTo("400 unauthorized_client");
    }
  }

  @Test
  @DisplayName("F14.8 − wrong credentials are invalid_client, 401")
  void refusesWrongSecret() {
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "bc-authorize",
            centre.request(),
            "Authorization",
            Wire.basic("ciba1", "wrong"));

    assertThat(CallCentre.told(answer)).isEqualTo("401 invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  @DisplayName("F14.9 + authorization details are shown, and granted in answer and token")
  void grantsAuthorizationDetails() {
    HttpResponse<String> asked =
        centre.ask(Requests.with(centre.request(), "authorization_details", TRANSFER));
    String id = Parsed.member(asked, "auth_req_id");

    HttpResponse<String> consent = consentPage();
    assertThat(consent.body()).contains("money_transfer", "2500");
    browser.consent(consent, "accept");
    HttpResponse<String> tokens = centre.poll(id);

    assertThat((List<?>) Parsed.json(tokens).get("authorization_details"))
        .singleElement()
        .hasFieldOrPropertyWithValue("type", "money_transfer");
    assertThat(
            Parsed.claims(Parsed.member(tokens, "access_token")).getClaim("authorization_details"))
        .asString()
        .contains("money_transfer");
  }

  @Test
  @DisplayName("F14.10 − another user gets an error page, and the request stays pending")
  void refusesAnotherUser() {
    String id = centre.asked();
    HttpResponse<String> login = browser.follow(browser.open(centre.link("alice")));

    HttpResponse<String> page = browser.logIn(login, "bob");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("cannot go on");
    assertThat(browser.open(centre.link("alice")).statusCode()).isEqualTo(400);
    assertThat(centre.told(id)).isEqualTo("400 authorization_pending");
    browser = new UserAgent(server.issuer());
    browser.consent(consentPage(), "accept");
    clock.advance(Duration.ofSeconds(5));
    assertThat(centre.poll(id).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F14.10 − the control plane does not decide for another user either")
  void decidesForNobodyElse() {
    String id = centre.asked();

    HttpResponse<String> answer =
        Wire.post(
            server.issuer() + "__mock/ciba/" + id + "/approve",
            "{\"user\":\"bob\"}",
            "application/json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(centre.told(id)).isEqualTo("400 authorization_pending");
  }

  @Test
  @DisplayName("F14.10 − a link that was never sent, and one whose request is decided")
  void refusesDeadLink() {
    String id = centre.asked();
    centre.decide(id, "deny");

    assertThat(browser.open(centre.link("alice")).statusCode()).isEqualTo(400);
    assertThat(browser.open(server.issuer() + "bc-verify?consent=cns_x").statusCode())
        .isEqualTo(400);
    assertThat(browser.open(server.issuer() + "bc-verify").statusCode()).isEqualTo(400);
  }

  @Test
  @DisplayName("F14.11 + every request asks again: nothing is remembered of the one before")
  void asksAgain() {
    String first = centre.asked();
    browser.consent(consentPage(), "accept");
    assertThat(centre.poll(first).statusCode()).isEqualTo(200);

    String second = centre.asked();

    assertThat(centre.told(second)).isEqualTo("400 authorization_pending");
    assertThat(browser.follow(browser.open(centre.link("alice"))).body())
        .contains("asks for access to");
  }

  @Test
  @DisplayName("F14.12 − the 6th request for a user in a minute is 429; for another it is not")
  void limitsRequestsPerUser() {
    for (int request = 0; request < 5; request++) {
      assertThat(centre.ask(centre.request()).statusCode()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(10));
    }

    HttpResponse<String> sixth = centre.ask(centre.request());

    assertThat(CallCentre.told(sixth)).isEqualTo("429 too_many_requests");
    assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
    assertThat(centre.ask(centre.request("bob")).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(10));
    assertThat(centre.ask(centre.request()).statusCode()).isEqualTo(200);
    assertThat(centre.ask(centre.request()).statusCode()).isEqualTo(429);
  }

  @Test
  @DisplayName("F14.12 − the 501st request in a minute is 429, whoever is asked for")
  void limitsRequestsInAll() {
    Map<String, String> bad = Requests.without(centre.request(), "binding_message");
    for (int request = 0; request < 500; request++) {
      centre.ask(bad);
    }

    assertThat(CallCentre.told(centre.ask(centre.request()))).isEqualTo("429 too_many_requests");
  }

  @Test
  @DisplayName("F14 − off by default: no endpoint, no grant, nothing in the metadata")
  void isOffByDefault() {
    try (MockAuthorizationServer plain =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      CallCentre there = new CallCentre(plain.issuer());

      assertThat(there.ask(there.request()).statusCode()).isEqualTo(404);
      assertThat(there.told("bgq_x")).isEqualTo("400 unsupported_grant_type");
      assertThat(Wire.get(plain.issuer() + ".well-known/openid-configuration").body())
          .doesNotContain("ciba", "backchannel_authentication", "backchannel_token");
    }
  }

  @Test
  @DisplayName("2.0.2 the metadata names the endpoint and the one delivery mode there is")
  void isInTheMetadata() {
    HttpResponse<String> metadata = Wire.get(server.issuer() + ".well-known/openid-configuration");

    assertThat(Parsed.json(metadata))
        .containsEntry("backchannel_authentication_endpoint", server.issuer() + "bc-authorize")
        .containsEntry("backchannel_token_delivery_modes_supported", List.of("poll"));
  }
}
