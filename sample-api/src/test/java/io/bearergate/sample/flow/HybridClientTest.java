package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HybridClientTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));

  private static MockAuthorizationServer server;

  private final Registration registration =
      Registration.of(
          "hyb1",
          new Credential.Secret(Fixtures.clientSecret("hyb1"), false),
          "http://127.0.0.1:8085/callback",
          Fixtures.NOTES_API);
  private final Trip trip = Trip.scripted(landscape());
  private final HybridClient client = new HybridClient(Provider.discover(trip), registration, trip);
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
  @DisplayName("F10.1 + what fits is traded in, and both ID tokens are checked")
  void redeemsWhatFits() {
    assertThat(client.redeem(answer(), attempt).getAccessToken()).isNotNull();

    assertThat(trip.checks().made()).allMatch(Checks.Check::holds);
    assertThat(trip.checks().made())
        .extracting(Checks.Check::id)
        .containsSubsequence("form", "SC1", "SC2", "V5", "V7", "V5", "V6", "hybrid");
  }

  @ParameterizedTest
  @DisplayName("F10.2 − with an altered code the client aborts before it redeems anything")
  @CsvSource({"code, bgc_7Qm2Zt9LxV4rYp0NwK6sHd3J, V7", "id_token, '', V1", "code, '', V1"})
  void redeemsNoForeignCode(String field, String value, String check) {
    Callback altered = with(answer(), field, value);

    assertThatThrownBy(() -> client.redeem(altered, attempt))
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith(check);
    assertThat(trip.http().exchanges())
        .extracting(exchange -> exchange.request().line())
        .noneMatch(line -> line.contains("/oauth/token"));
  }

  @Test
  @DisplayName("F10.6 − an access token that came along with another ID token")
  void refusesForeignAccessToken() {
    Callback callback = answer();
    Map<String, List<String>> fields = new HashMap<>(callback.parameters());
    fields.put("access_token", List.of("planted"));
    fields.put("token_type", List.of("Bearer"));
    Callback altered = Callback.posted(callback.redirectUri(), fields);

    assertThatThrownBy(() -> client.redeem(altered, attempt)).hasMessageStartingWith("V6");
  }

  @ParameterizedTest
  @DisplayName("F10.8 − a second ID token of another user, issuer or login")
  @CsvSource({
    "other sub, http://a/, bob, 0",
    "other iss, http://b/, alice, 0",
    "other auth_time, http://a/, alice, 5"
  })
  void refusesAnotherLogin(String how, String issuer, String subject, long loggedIn) {
    IDTokenClaimsSet first = claims("http://a/", "alice", 0);

    assertThatThrownBy(() -> client.requireSameLogin(first, claims(issuer, subject, loggedIn)))
        .as(how)
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("hybrid");
  }

  private Callback answer() {
    return trip.person()
        .travel(client.authorizationUri(attempt, LoginWalk.SCOPES), client.redirectUri());
  }

  private static Callback with(Callback callback, String field, String value) {
    Map<String, List<String>> fields = new HashMap<>(callback.parameters());
    if (value.isEmpty()) {
      fields.remove(field);
    } else {
      fields.put(field, List.of(value));
    }
    return Callback.posted(callback.redirectUri(), fields);
  }

  private static IDTokenClaimsSet claims(String issuer, String subject, long loggedIn) {
    IDTokenClaimsSet claims =
        new IDTokenClaimsSet(
            new Issuer(issuer),
            new Subject(subject),
            List.of(new Audience("hyb1")),
            Date.from(Instant.EPOCH.plusSeconds(60)),
            Date.from(Instant.EPOCH));
    claims.setAuthenticationTime(Date.from(Instant.EPOCH.plusSeconds(loggedIn)));
    return claims;
  }

  private Landscape landscape() {
    Cast cast =
        new Cast(
            Map.of("hyb1", registration),
            Map.of("alice", new Account("alice", Fixtures.password("alice"))));
    return new Landscape(server.issuer(), URI.create(server.issuer()), CLOCK, cast);
  }
}
