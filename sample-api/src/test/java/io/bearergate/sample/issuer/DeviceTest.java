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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceTest {

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private MockAuthorizationServer server;

  @BeforeEach
  void startServer() {
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.CONTROLS));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private DeviceApp device() {
    return DeviceApp.start(server.issuer());
  }

  private void pass(long seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  @Test
  @DisplayName("F12.1 + the codes, where to take them, for how long and how often to ask")
  void issuesCodes() {
    DeviceApp device = device();

    assertThat(device.codes().statusCode()).isEqualTo(200);
    assertThat(Parsed.json(device.codes()))
        .containsEntry("verification_uri", server.issuer() + "activate")
        .containsEntry(
            "verification_uri_complete",
            server.issuer() + "activate?user_code=" + device.userCode())
        .containsEntry("expires_in", 900L)
        .containsEntry("interval", 5L);
    assertThat(Parsed.member(device.codes(), "device_code")).hasSizeGreaterThanOrEqualTo(43);
    assertThat(device.codes().headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  @DisplayName("F12.1 + pending, then approval, then tokens for the user who approved")
  void issuesTokensOnceTheUserHasAgreed() {
    DeviceApp device = device();
    assertThat(device.told()).isEqualTo("400 authorization_pending");

    assertThat(device.decide("approve").statusCode()).isEqualTo(200);
    pass(5);
    HttpResponse<String> answer = device.poll();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsEntry("scope", "openid read:notes");
    assertThat(Parsed.claims(Parsed.member(answer, "id_token")).getClaims())
        .containsEntry("sub", Fixtures.subject("alice"))
        .doesNotContainKey("nonce");
  }

  @Test
  @DisplayName("F12.3 − polled too soon is slow_down, and the interval is 5 s longer from then on")
  void slowsDown() {
    DeviceApp device = device();
    assertThat(device.told()).isEqualTo("400 authorization_pending");
    pass(1);
    assertThat(device.told()).isEqualTo("400 slow_down");
    pass(9);
    assertThat(device.told()).isEqualTo("400 slow_down");
    pass(15);
    assertThat(device.told()).isEqualTo("400 authorization_pending");
  }

  @ParameterizedTest
  @DisplayName("F12.3 the wait counts from the last answer, with 200 ms of tolerance")
  @CsvSource({"4800, authorization_pending", "4799, slow_down"})
  void tolerates200Milliseconds(long millis, String error) {
    DeviceApp device = device();
    device.poll();

    clock.advance(Duration.ofMillis(millis));

    assertThat(device.told()).isEqualTo("400 " + error);
  }

  @Test
  @DisplayName("F12.4 − after 901 s expired_token once, then invalid_grant")
  void tellsExpiryOnce() {
    DeviceApp device = device();
    pass(901);

    assertThat(device.told()).isEqualTo("400 expired_token");
    assertThat(device.told()).isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F12.4 − an expired request cannot be approved any more")
  void cannotBeApprovedTooLate() {
    DeviceApp device = device();
    pass(900);

    assertThat(device.decide("approve").statusCode()).isEqualTo(404);
    assertThat(device.told()).isEqualTo("400 expired_token");
  }

  @Test
  @DisplayName("F12.4 + at 899 s it can still be approved and redeemed")
  void isOpenUntilTheEnd() {
    DeviceApp device = device();
    pass(899);
    device.decide("approve");

    assertThat(device.poll().statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F12.5 − denied is access_denied once, then invalid_grant")
  void tellsDenialOnce() {
    DeviceApp device = device();
    device.decide("deny");

    assertThat(device.told()).isEqualTo("400 access_denied");
    assertThat(device.told()).isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F12.6 − a device_code works once")
  void redeemsOnce() {
    DeviceApp device = device();
    device.decide("approve");

    assertThat(device.poll().statusCode()).isEqualTo(200);
    assertThat(device.told()).isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("F12.6 − of two parallel redemptions one gets tokens")
  void redeemsOnceInParallel() throws Exception {
    DeviceApp device = device();
    device.decide("approve");
    ExecutorService both = Executors.newFixedThreadPool(2);
    Callable<Integer> poll = () -> device.poll().statusCode();

    Set<Integer> statuses = new HashSet<>();
    for (var answer : both.invokeAll(List.of(poll, poll))) {
      statuses.add(answer.get());
    }
    both.shutdown();

    assertThat(statuses).containsExactlyInAnyOrder(200, 400);
  }

  @Test
  @DisplayName("F12.6 − another client's device_code is invalid_grant, and stays good for its own")
  void belongsToItsClient() {
    DeviceApp device = device();
    device.decide("approve");
    Map<String, String> stolen = Requests.with(device.redemption(), "client_id", "tv2");

    HttpResponse<String> answer = Wire.postForm(server.issuer() + "oauth/token", stolen);

    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_grant");
    assertThat(device.poll().statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F12.6 − an unknown device_code is invalid_grant, none is invalid_request")
  @CsvSource({"bgd_nothing, invalid_grant", "'', invalid_request"})
  void refusesUnknownDeviceCode(String code, String error) {
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/token",
            Requests.with(device().redemption(), "device_code", code));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).isEqualTo(error);
  }

  @Test
  @DisplayName("F12.9 user_code: eight of twenty letters in two groups, no two alike")
  void makesUserCodes() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      String code = device().userCode();
      assertThat(code).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
      assertThat(seen.add(code)).isTrue();
    }
  }

  @Test
  @DisplayName("F12.10 + a refresh token with offline_access, and it is good")
  void issuesRefreshToken() {
    DeviceApp device = DeviceApp.start(server.issuer(), "openid offline_access read:notes");
    device.decide("approve");
    String refreshToken = Parsed.member(device.poll(), "refresh_token");

    HttpResponse<String> refreshed =
        Wire.postForm(
            server.issuer() + "oauth/token",
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", refreshToken,
                "client_id", "tv1"));

    assertThat(refreshed.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F12.10 − no refresh token without offline_access")
  void issuesNoRefreshTokenUnasked() {
    DeviceApp device = device();
    device.decide("approve");

    assertThat(Parsed.json(device.poll())).doesNotContainKey("refresh_token");
  }

  @ParameterizedTest
  @DisplayName("F12.11 − a confidential client and one without the grant: unauthorized_client")
  @CsvSource({"web1", "m2m1", "spa1"})
  void refusesOtherClients(String clientId) {
    assertThat(refusal(Requests.with(DeviceApp.request(), "client_id", clientId)))
        .isEqualTo("400 unauthorized_client");
  }

  @Test
  @DisplayName("F12.11 − a confidential client that authenticates is unauthorized_client")
  void refusesConfidentialClient() {
    HttpResponse<String> answer =
        Wire.postForm(
            server.issuer() + "oauth/device/code",
            Requests.without(DeviceApp.request(), "client_id"),
            "Authorization",
            Wire.basic("web1", Fixtures.clientSecret("web1")));

    assertThat(Parsed.member(answer, "error")).isEqualTo("unauthorized_client");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("client_id", "nobody", "401 invalid_client"),
        Arguments.of("client_id", "", "401 invalid_client"),
        Arguments.of("audience", "https://api.bearergate.test/nothing", "400 invalid_target"),
        Arguments.of("audience", Fixtures.BILLING_API, "400 invalid_target"),
        Arguments.of("resource", Fixtures.BILLING_API, "400 invalid_request"),
        Arguments.of("scope", "a  b", "400 invalid_scope"));
  }

  @ParameterizedTest
  @DisplayName("F12 − faults of the device request")
  @MethodSource("faults")
  void refusesFaults(String name, String value, String error) {
    assertThat(refusal(Requests.with(DeviceApp.request(), name, value))).isEqualTo(error);
  }

  private String refusal(Map<String, String> form) {
    HttpResponse<String> answer = Wire.postForm(server.issuer() + "oauth/device/code", form);
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }

  @Test
  @DisplayName("F12 − the device endpoint answers POST only")
  void answersPostOnly() {
    HttpResponse<String> answer = Wire.get(server.issuer() + "oauth/device/code");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  @DisplayName("F12.12 errors=auth0: pending 403, slow_down 429, denied 403, expired 403, used 400")
  void speaksAsAuth0DoesWhenTold() {
    IssuerOptions options =
        IssuerOptions.ephemeral(clock).with(Feature.CONTROLS).withErrors(ErrorProfile.AUTH0);
    try (MockAuthorizationServer auth0 = MockAuthorizationServer.start(options)) {
      DeviceApp device = DeviceApp.start(auth0.issuer());
      assertThat(device.told()).isEqualTo("403 authorization_pending");
      assertThat(device.told()).isEqualTo("429 slow_down");
      device.decide("deny");
      assertThat(device.told()).isEqualTo("403 access_denied");
      assertThat(device.told()).isEqualTo("400 invalid_grant");
      DeviceApp late = DeviceApp.start(auth0.issuer());
      pass(901);
      assertThat(late.told()).isEqualTo("403 expired_token");
    }
  }

  @Test
  @DisplayName("0.3 − the control plane's decisions are not there unless switched on")
  void hasNoControlsByDefault() {
    try (MockAuthorizationServer plain =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      assertThat(DeviceApp.start(plain.issuer()).decide("approve").statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @DisplayName("0.3 − a decision that makes no sense is refused")
  @CsvSource({"XXXX-XXXX/approve, alice, 404", "%s/wait, alice, 404", "%s/approve, nobody, 400"})
  void refusesSenselessDecision(String path, String user, int status) {
    String uri = server.issuer() + "__mock/device/" + path.formatted(device().userCode());

    HttpResponse<String> answer = Wire.post(uri, "{\"user\":\"" + user + "\"}", "application/json");

    assertThat(answer.statusCode()).isEqualTo(status);
  }
}
