package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestToken;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logout told by the issuer (OpenID Connect Back-Channel Logout), over HTTP. */
public abstract class BackChannelLogoutContract extends SharedApiContract {

  private static final String PATH = "/backchannel-logout";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String EAGER = "X-Eager";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final CapturedLog log = CapturedLog.start();

  @Override
  TestApi.Plan plan() {
    Filter eager =
        (request, response, chain) -> {
          if (((HttpServletRequest) request).getHeader(EAGER) != null) {
            request.getParameter("logout_token");
          }
          chain.doFilter(request, response);
        };
    return api()
        .rules("/backchannel-logout deny\n/** token")
        .set(Setting.MAX_TOKEN_AGE, "1h")
        .set(Setting.BACK_CHANNEL_LOGOUT, PATH)
        .set(Setting.BACK_CHANNEL_LOGOUT_CLIENTS, "web")
        .behind(eager)
        .echoing("/*");
  }

  @AfterAll
  void stopListening() {
    log.close();
  }

  @Test
  @DisplayName("+ the session's tokens end with it, and no other's")
  void endsTheSession() {
    String ofSession = api.token(t -> t.claim("sid", "over"));
    String ofOther = api.token(t -> t.claim("sid", "another"));
    assertThat(api.get("/a", ofSession).status()).isEqualTo(200);

    Answer answer = told(logout(t -> t.claim("sid", "over")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body()).isEmpty();
    Refusal.C1.isGivenBy(api.get("/a", ofSession));
    assertThat(api.get("/a", ofOther).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("− a token used before, or of another client: 400, which tells nothing")
  void refusesABadToken() {
    String once = logout(t -> t.claim("sid", "once"));
    assertThat(told(once).status()).isEqualTo(200);

    for (Answer answer : new Answer[] {told(once), told(logout(t -> t.audience("other")))}) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_request\"}");
    }
  }

  @Test
  @DisplayName("− a body longer than a token can be")
  void refusesAHugeBody() {
    String padded = "x=" + "x".repeat(100_000) + "&logout_token=" + logout(t -> t);

    assertThat(api.send(RawRequest.of("POST", PATH).body(FORM, padded)).status()).isEqualTo(400);
    assertThat(api.get("/a", api.token()).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("− a body that a filter before ours has read")
  void refusesABodyThatIsGone() {
    RawRequest request =
        RawRequest.of("POST", PATH).header(EAGER, "1").body(FORM, "logout_token=" + logout(t -> t));

    assertThat(api.send(request).status()).isEqualTo(400);
    assertThat(log.text()).contains("A logout token was not there to be read");
  }

  @ParameterizedTest
  @CsvSource({"GET,405", "PUT,405", "DELETE,405"})
  @DisplayName("− other methods")
  void refusesOtherMethods(String method, int status) {
    Answer answer = api.send(RawRequest.of(method, PATH + "?logout_token=" + logout(t -> t)));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  @DisplayName("− other content types, and a token in the query")
  void refusesOtherForms() {
    String field = "logout_token=" + logout(t -> t);

    assertThat(api.send(RawRequest.of("POST", PATH).body("text/plain", field)).status())
        .isEqualTo(400);
    assertThat(api.send(RawRequest.of("POST", PATH + "?" + field).body(FORM, "a=b")).status())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("− an access token as logout token, a logout token as access token")
  void tellsTheTwoKindsApart() {
    assertThat(told(api.token(t -> t.claim("jti", "a").claim("sid", "s"))).status()).isEqualTo(400);
    Refusal.C1.isGivenBy(api.get("/a", logout(t -> t.audience(TestApi.AUDIENCE).scope("read"))));
  }

  @Test
  @DisplayName("logs whose word it was, and nobody's name")
  void logsNoClaim() {
    told(logout(t -> t.subject("carol-of-the-log").claim("sid", "session-of-the-log")));

    assertThat(log.text())
        .contains(" told that ", "a session", api.issuer().issuer())
        .doesNotContain("of-the-log");
  }

  private Answer told(String logoutToken) {
    return api.send(RawRequest.of("POST", PATH).body(FORM, "logout_token=" + logoutToken));
  }

  /** Of nobody who calls in other tests. */
  private String logout(UnaryOperator<TestToken> change) {
    return api.issuer()
        .token(
            t ->
                change.apply(
                    t.header("typ", "logout+jwt")
                        .audience("web")
                        .subject("bob")
                        .claim("jti", UUID.randomUUID().toString())
                        .claim("events", Map.of(EVENT, Map.of()))));
  }
}
