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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FreshLoginTest extends StageTest {

  private final UserAgent browser = new UserAgent(stage.issuer().issuer());

  @Test
  @DisplayName(
      "RS.13 + a new login opens what asks for one; − an old one is told how old it may be")
  void asksForNewLogin() {
    assertThat(get("api/fresh", token(billing())).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(6));

    HttpResponse<String> refused = get("api/fresh", token(billing()));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"insufficient_user_authentication\","
                + " error_description=\"A different authentication level is required\","
                + " max_age=\"300\"");
  }

  @Test
  @DisplayName("RS.13 + the login that max_age asks for opens it again")
  void opensAfterStepUp() {
    token(billing());
    clock.advance(Duration.ofMinutes(6));

    String stepped = token(Requests.with(billing(), "max_age", "300"));

    assertThat(get("api/fresh", stepped).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.13 − a token that does not tell of a login is not enough")
  void refusesTokenWithoutLogin() {
    String token = userToken(Fixtures.BILLING_API, "read:bills");

    assertThat(challenge(get("api/fresh", token))).contains("max_age=\"300\"");
    assertThat(challenge(Wire.get(stage.api().address() + "api/fresh")))
        .isEqualTo("Bearer realm=\"api\"");
  }

  private static Map<String, String> billing() {
    return Requests.with(Requests.web(), "audience", Fixtures.BILLING_API);
  }

  private String token(Map<String, String> authorization) {
    String code = browser.codeFor(authorization, "alice");
    HttpResponse<String> answer =
        Wire.postForm(
            stage.issuer().issuer() + "oauth/token",
            Requests.redemption(code, Requests.WEB_CALLBACK),
            "Authorization",
            Wire.basic("web1", Fixtures.clientSecret("web1")));
    return Parsed.member(answer, "access_token");
  }
}
