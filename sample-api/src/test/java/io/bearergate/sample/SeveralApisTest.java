package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Requests;
import io.bearergate.sample.issuer.UserAgent;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralApisTest extends StageTest {

  private final UserAgent browser = new UserAgent(stage.issuer().issuer());

  @Test
  @DisplayName("F16.1 + two audiences, one login: the second code comes silently")
  void asksSilentlyForTheSecondApi() {
    String notes = tokenFor(Requests.web());
    String billing = tokenFor(Requests.with(billing(), "prompt", "none"));

    assertThat(get("api/notes", notes).statusCode()).isEqualTo(200);
    assertThat(get("api/billing/bills", billing).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F16.2 − each API refuses the token for the other with invalid_token")
  void refusesTheSiblingsToken() {
    HttpResponse<String> notesAtBilling = get("api/billing/bills", tokenFor(Requests.web()));
    HttpResponse<String> billingAtNotes = get("api/notes", tokenFor(billing()));

    assertThat(notesAtBilling.statusCode()).isEqualTo(401);
    assertThat(billingAtNotes.statusCode()).isEqualTo(401);
    assertThat(challenge(notesAtBilling)).contains("error=\"invalid_token\"");
    assertThat(challenge(billingAtNotes)).contains("error=\"invalid_token\"");
  }

  @ParameterizedTest
  @DisplayName("F16.3 − two audience values, or a resource that differs: invalid_request")
  @CsvSource({
    "audience, https://api.bearergate.test/billing",
    "resource, https://api.bearergate.test/billing"
  })
  void refusesTwoTargetsAtOnce(String name, String value) {
    String more = "&" + name + "=" + Wire.encode(value);
    String issuer = stage.issuer().issuer();
    String authorize = issuer + "authorize?" + Wire.form(Requests.web()) + more;
    String form = "grant_type=client_credentials&audience=" + Wire.encode(Fixtures.NOTES_API);

    HttpResponse<String> answer =
        Wire.post(
            issuer + "oauth/token",
            form + more,
            "application/x-www-form-urlencoded",
            "Authorization",
            Wire.basic("m2m1", Fixtures.clientSecret("m2m1")));

    assertThat(Parsed.redirect(Wire.get(authorize))).containsEntry("error", "invalid_request");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Parsed.member(answer, "error")).isEqualTo("invalid_request");
  }

  @Test
  @DisplayName("F16.4 + a token whose aud is [API, userinfo] opens both")
  void opensApiAndUserInfo() {
    String token = tokenFor(Requests.web());
    String userInfo = stage.issuer().issuer() + "userinfo";

    assertThat(Parsed.claims(token).getAudience()).containsExactly(Fixtures.NOTES_API, userInfo);
    assertThat(get("api/notes", token).statusCode()).isEqualTo(200);
    assertThat(Wire.get(userInfo, "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @DisplayName("F16.5 − an aud that is only like the audience is invalid_token")
  @ValueSource(
      strings = {
        "\"https://api.bearergate.test/note\"",
        "\"https://api.bearergate.test/notes/\"",
        "\"https://api.bearergate.test/notes2\"",
        "\"x https://api.bearergate.test/notes\"",
        "\"https://API.bearergate.test/notes\"",
        "[\"https://api.bearergate.test/\",\"notes\"]",
        "[]",
        "1",
        "[1]",
        "null"
      })
  void refusesWhatIsLikeTheAudience(String audience) {
    long now = clock.instant().getEpochSecond();
    String claims =
        """
        {"iss":"%s","sub":"auth0|alice","aud":%s,"iat":%d,"exp":%d,"scope":"read:notes"}
        """
            .formatted(stage.issuer().issuer(), audience, now, now + 3600);

    HttpResponse<String> refused = get("api/notes", minted(claims));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(challenge(refused)).contains("error=\"invalid_token\"");
  }

  @Test
  @DisplayName("F16.6 + the flows may differ: one API with the user, one without")
  void mixesFlows() {
    assertThat(get("api/billing/bills", tokenFor(billing())).statusCode()).isEqualTo(200);
    assertThat(get("api/notes", machineToken()).statusCode()).isEqualTo(200);
  }

  private static Map<String, String> billing() {
    return Requests.with(
        Requests.with(Requests.web(), "audience", Fixtures.BILLING_API),
        "scope",
        "openid read:bills");
  }

  private String tokenFor(Map<String, String> authorization) {
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
