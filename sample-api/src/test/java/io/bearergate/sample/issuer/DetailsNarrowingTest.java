package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsNarrowingTest extends DetailsTest {

  @Test
  @DisplayName("F06.6 + the token request may narrow")
  void narrowsAtTheTokenRequest() throws Exception {
    HttpResponse<String> tokens = redeemed("[" + PAYMENT + "]");

    assertThat(Parsed.json(tokens))
        .containsEntry("authorization_details", objects("[" + PAYMENT + "]"));
    assertThat(
            Parsed.claims(Parsed.member(tokens, "access_token"))
                .getListClaim("authorization_details"))
        .isEqualTo(objects("[" + PAYMENT + "]"));
  }

  @ParameterizedTest
  @DisplayName(
      "F06.6 − it may neither widen nor alter; and what was not granted cannot be asked for")
  @CsvSource(
      delimiter = ';',
      value = {
        "other type; [{\"type\":\"vault_open\"}]",
        "other member; [{\"type\":\"payment_initiation\",\"actions\":[\"cancel\"]}]",
        "member left out; [{\"type\":\"payment_initiation\"}]",
        "one more; [{\"type\":\"payment_initiation\",\"actions\":[\"initiate\"]},{\"type\":\"money_transfer\"}]",
        "nothing; []",
        "no JSON; x",
        "twice; [{\"type\":\"payment_initiation\",\"actions\":[],\"actions\":[\"initiate\"]}]"
      })
  void refusesToWiden(String how, String details) {
    HttpResponse<String> refused = redeemed(details);

    assertThat(Parsed.json(refused))
        .as(how)
        .containsEntry("error", "invalid_authorization_details");
    assertThat(refused.statusCode()).as(how).isEqualTo(400);
  }

  @Test
  @DisplayName("F06.6 − where none were granted none can be asked for")
  void grantsNoneWhereNoneWereGranted() {
    String code = browser().codeFor(billing(), "alice");
    Map<String, String> form = Requests.redemption(code, Requests.WEB_CALLBACK);

    assertJson(
        tokenAsWeb(Requests.with(form, "authorization_details", BOTH)),
        400,
        "invalid_authorization_details");
  }

  @Test
  @DisplayName("F06.7 + refresh keeps the details, all of them, and may narrow for one token")
  void keepsDetailsOverRefresh() throws Exception {
    Map<String, String> offline = Requests.with(asked(BOTH), "scope", "openid offline_access");
    String code = codeForPushed(offline);
    HttpResponse<String> first =
        tokenAsWeb(
            Requests.with(
                Requests.redemption(code, Requests.WEB_CALLBACK),
                "authorization_details",
                "[" + TRANSFER + "]"));

    HttpResponse<String> second =
        refreshed(first, Map.of("authorization_details", "[" + PAYMENT + "]"));
    HttpResponse<String> third = refreshed(second, Map.of());

    assertThat(Parsed.json(first))
        .containsEntry("authorization_details", objects("[" + TRANSFER + "]"));
    assertThat(Parsed.json(second))
        .containsEntry("authorization_details", objects("[" + PAYMENT + "]"));
    assertThat(Parsed.json(third)).containsEntry("authorization_details", objects(BOTH));
    assertThat(
            Parsed.claims(Parsed.member(third, "access_token"))
                .getListClaim("authorization_details"))
        .isEqualTo(objects(BOTH));
  }

  @Test
  @DisplayName("F06.7 − refresh does not widen, and a try at it does not cost the refresh token")
  void refusesToWidenAtRefresh() {
    HttpResponse<String> first =
        redeemAsWeb(
            codeForPushed(
                Requests.with(asked("[" + PAYMENT + "]"), "scope", "openid offline_access")));

    assertJson(
        refreshed(first, Map.of("authorization_details", BOTH)),
        400,
        "invalid_authorization_details");

    assertThat(refreshed(first, Map.of()).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> redeemed(String narrowedTo) {
    Map<String, String> form = Requests.redemption(codeFor(BOTH), Requests.WEB_CALLBACK);
    return tokenAsWeb(Requests.with(form, "authorization_details", narrowedTo));
  }

  private HttpResponse<String> refreshed(HttpResponse<String> tokens, Map<String, String> more) {
    Map<String, String> form =
        Requests.with(more, "refresh_token", Parsed.member(tokens, "refresh_token"));
    return tokenAsWeb(Requests.with(form, "grant_type", "refresh_token"));
  }
}
