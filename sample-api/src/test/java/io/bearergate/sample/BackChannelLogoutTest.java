package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.OfflineSpa;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Requests;
import io.bearergate.sample.issuer.UserAgent;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("2.19 logout at the authorization server, told to the API")
class BackChannelLogoutTest {

  private static final VirtualClock CLOCK =
      VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));

  @AutoClose
  private static final MockAuthorizationServer SERVER =
      MockAuthorizationServer.start(IssuerOptions.ephemeral(CLOCK));

  @AutoClose
  private static final SampleApi API =
      SampleApi.start(0, List.of(new WebApp("/", filter(), Endpoints::addTo)));

  private final Login alice = new Login();
  private final Login again = new Login();

  private static BearergateFilter filter() {
    GateConfig config =
        GateConfig.builder(SERVER.issuer(), Endpoints.AUDIENCE)
            .rules(Endpoints.RULES)
            .set(Setting.MAX_TOKEN_AGE, "24h")
            .set(Setting.BACK_CHANNEL_LOGOUT, "/backchannel-logout")
            .set(Setting.BACK_CHANNEL_LOGOUT_CLIENTS, "spa1")
            .build();
    return new BearergateFilter(config, CLOCK, GateListener.NONE);
  }

  /** A browser, and what the client got for its user. */
  private static final class Login {
    private final UserAgent browser = new UserAgent(SERVER.issuer());
    private HttpResponse<String> tokens;

    void begin() {
      String code = browser.codeFor(OfflineSpa.authorization(), "alice");
      tokens =
          new OfflineSpa(SERVER.issuer()).token(Requests.redemption(code, Requests.SPA_CALLBACK));
    }

    void end() {
      Map<String, String> hint = Map.of("id_token_hint", Parsed.member(tokens, "id_token"));
      assertThat(browser.open(SERVER.issuer() + "oidc/logout?" + Wire.form(hint)).statusCode())
          .isEqualTo(200);
    }

    int calls() {
      String token = Parsed.member(tokens, "access_token");
      return Wire.get(API.address() + "api/whoami", "Authorization", "Bearer " + token)
          .statusCode();
    }
  }

  @BeforeEach
  void logInTwice() {
    SERVER.amend("spa1", Map.of("backchannel_logout_uri", API.address() + "backchannel-logout"));
    alice.begin();
    again.begin();
  }

  @Test
  @DisplayName("+ the next call of that session is 401, another session of the user's goes on")
  void endsTheSessionAtTheApi() {
    assertThat(alice.calls()).isEqualTo(200);

    alice.end();

    assertThat(alice.calls()).isEqualTo(401);
    assertThat(again.calls()).isEqualTo(200);
  }

  @Test
  @DisplayName("− an API that nobody tells takes the token until it expires")
  void tellsOnlyWhoRegistered() {
    SERVER.amend("spa1", Map.of("backchannel_logout_uri", "http://127.0.0.1:1/nobody"));

    alice.end();

    assertThat(alice.calls()).isEqualTo(200);
  }
}
