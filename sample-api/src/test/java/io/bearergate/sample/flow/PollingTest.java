package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.oauth2.sdk.device.DeviceCode;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.issuer.VirtualClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's side of polling, against a server that says what it is told to say. */
class PollingTest {

  private static final String TOKENS =
      "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":60}";

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private final List<Long> waits = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private int said;

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void says(int status, String body) {
    next(
        WireMock.aResponse()
            .withStatus(status)
            .withBody(body)
            .withHeader("Content-Type", "application/json"));
  }

  private void saysError(String error) {
    says(400, "{\"error\":\"" + error + "\"}");
  }

  private void next(ResponseDefinitionBuilder answer) {
    String state = said == 0 ? Scenario.STARTED : "said " + said;
    said++;
    server.stubFor(
        WireMock.post("/token")
            .inScenario("polls")
            .whenScenarioStateIs(state)
            .willSetStateTo("said " + said)
            .willReturn(answer));
  }

  private Polling polling() {
    String issuer = server.baseUrl();
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(issuer), List.of(SubjectType.PUBLIC), URI.create(issuer + "/jwks"));
    metadata.setTokenEndpointURI(URI.create(issuer + "/token"));
    Surroundings surroundings =
        new Surroundings(
            span -> {
              waits.add(span.toSeconds());
              clock.advance(span);
            },
            message -> Optional.empty(),
            lines::add,
            Optional.empty());
    Landscape landscape =
        new Landscape(issuer, URI.create(issuer), clock, new Cast(Map.of(), Map.of()))
            .in(surroundings);
    RecordedHttp http = new RecordedHttp();
    Trip trip = Trip.with(new ScriptedPerson(http, new Landscape.Account("a", "b")), landscape);
    Registration device = Registration.withoutBrowser("tv1", Credential.NONE, "api");
    return new Polling(
        new TokenCalls(new Provider(metadata, http), device),
        trip,
        new Polling.Terms(
            new DeviceCodeGrant(new DeviceCode("d")),
            Duration.ofSeconds(5),
            clock.instant().plusSeconds(60),
            () -> "open the link"));
  }

  @Test
  @DisplayName("F12 C + waits the interval before every poll, and tells whoever looks on")
  void waitsTheInterval() {
    saysError("authorization_pending");
    says(200, TOKENS);

    polling().askOn();

    assertThat(waits).containsExactly(5L, 5L);
    assertThat(lines)
        .containsExactly(
            "waiting: open the link (poll 1 in 5 s)", "waiting: open the link (poll 2 in 5 s)");
  }

  @Test
  @DisplayName("F12 C + on slow_down the interval is 5 s longer from then on")
  void slowsDown() {
    saysError("slow_down");
    saysError("authorization_pending");
    says(200, TOKENS);

    polling().askOn();

    assertThat(waits).containsExactly(5L, 10L, 10L);
  }

  @Test
  @DisplayName("F12 C + backs off when there is no answer")
  void backsOff() {
    next(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE));
    next(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE));
    says(200, TOKENS);

    polling().askOn();

    assertThat(waits).containsExactly(5L, 10L, 20L);
  }

  @ParameterizedTest
  @DisplayName("F12 F14 C − stops at once on an error that is the end")
  @ValueSource(strings = {"expired_token", "access_denied", "invalid_grant", "invalid_client"})
  void stops(String error) {
    saysError(error);

    assertThatThrownBy(() -> polling().askOn())
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("poll: " + error);
    server.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/token")));
  }

  @Test
  @DisplayName("F12 C − does not poll beyond the end of the request")
  void stopsAtTheEnd() {
    server.stubFor(
        WireMock.post("/token")
            .willReturn(
                WireMock.aResponse()
                    .withStatus(400)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"error\":\"authorization_pending\"}")));

    assertThatThrownBy(() -> polling().askOn()).hasMessage("poll: nobody has decided");
    server.verify(12, WireMock.postRequestedFor(WireMock.urlEqualTo("/token")));
  }
}
