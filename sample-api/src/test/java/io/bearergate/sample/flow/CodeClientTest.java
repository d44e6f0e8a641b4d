package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeClientTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));

  private static MockAuthorizationServer server;

  private final Registration registration =
      Registration.of(
          "web1",
          new Credential.Secret(Fixtures.clientSecret("web1"), false),
          "http://127.0.0.1:8081/callback",
          Fixtures.NOTES_API);
  private final Trip trip = Trip.scripted(landscape());
  private final CodeClient client = new CodeClient(Provider.discover(trip), registration, trip);
  private final LoginAttempt attempt = new LoginAttempt();

  @BeforeAll
  static void startServer() {
    server = MockAuthorizationServer.start(IssuerOptions.ephemeral(CLOCK));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  @DisplayName("F01.10 F01.11 + what fits is traded in")
  void redeemsWhatFits() {
    assertThat(client.redeem(login(attempt), attempt).getAccessToken()).isNotNull();
  }

  @ParameterizedTest
  @DisplayName("F01.10 F01.11 − of an answer altered on its way no code reaches any token endpoint")
  @CsvSource({
    "mix-up, iss, http://evil.test/, SC2",
    "iss taken away, iss, '', SC2",
    "login CSRF, state, other, SC1",
    "state taken away, state, '', SC1"
  })
  void sendsNoCode(String how, String name, String value, String check) {
    Callback altered = with(login(attempt), name, value);

    assertThatThrownBy(() -> client.redeem(altered, attempt))
        .as(how)
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith(check);
    assertThat(tokenRequests()).isZero();
  }

  @Test
  @DisplayName("F02.7 − a code injected from another session: its nonce and verifier do not fit")
  void refusesInjectedCode() {
    Callback others = login(new LoginAttempt());
    Callback injected = with(others, "state", attempt.state().getValue());

    assertThatThrownBy(() -> client.redeem(injected, attempt))
        .isInstanceOf(CheckFailed.class)
        .hasMessageContaining("invalid_grant");
  }

  private Callback login(LoginAttempt asked) {
    return trip.person()
        .travel(client.authorizationUri(asked, LoginWalk.SCOPES), client.redirectUri());
  }

  private long tokenRequests() {
    return trip.http().exchanges().stream()
        .filter(exchange -> exchange.request().line().contains("/oauth/token"))
        .count();
  }

  private static Callback with(Callback callback, String name, String value) {
    Map<String, List<String>> parameters = new HashMap<>(callback.parameters());
    parameters.remove(name);
    if (!value.isEmpty()) {
      parameters.put(name, List.of(value));
    }
    return new Callback(callback.redirectUri(), parameters, false);
  }

  private Landscape landscape() {
    Cast cast =
        new Cast(
            Map.of("web1", registration),
            Map.of("alice", new Account("alice", Fixtures.password("alice"))));
    return new Landscape(server.issuer(), URI.create(server.issuer()), CLOCK, cast);
  }
}
