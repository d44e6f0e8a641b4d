package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenErrorsTest extends IssuerTest {

  private static final String MACHINE = Wire.basic("m2m1", Fixtures.clientSecret("m2m1"));

  @Test
  @DisplayName("TE1 a repeated parameter is invalid_request")
  void refusesRepeatedParameter() {
    assertThat(error(post("grant_type=client_credentials&audience=a&audience=a")))
        .isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("TE1 a body that is no form is invalid_request")
  void refusesJson() {
    HttpResponse<String> answer =
        Wire.post(
            endpoint(), "{\"grant_type\":\"x\"}", "application/json", "Authorization", MACHINE);

    assertThat(error(answer)).isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("TE1 two methods of client authentication are invalid_request")
  void refusesTwoMethods() {
    String body = "grant_type=client_credentials&client_id=m2m1&client_secret=x";

    assertThat(error(post(body))).isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("TE1 no grant_type is invalid_request")
  void refusesMissingGrantType() {
    assertThat(error(post("audience=a"))).isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("TE2 an unknown client and a wrong secret get the same answer")
  void answersUnknownClientAsAWrongSecret() {
    HttpResponse<String> unknown = token(Map.of(), "Authorization", Wire.basic("nobody", "x"));
    HttpResponse<String> wrong = token(Map.of(), "Authorization", Wire.basic("m2m1", "x"));

    assertThat(error(unknown)).isEqualTo("401 invalid_client");
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  @DisplayName("TE2 a method the client is not registered with is invalid_client")
  void refusesMethodNotRegistered() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", "tp1");
    form.put("client_secret", Fixtures.clientSecret("tp1"));

    assertThat(error(token(form))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("TE2 malformed Basic is invalid_client")
  void refusesMalformedBasic() {
    assertThat(error(token(Map.of(), "Authorization", "Basic !!"))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("TE3 an unknown grant is unsupported_grant_type")
  void refusesUnknownGrant() {
    assertThat(error(post("grant_type=wishing"))).isEqualTo("400 unsupported_grant_type");
  }

  @Test
  @DisplayName("TE4 a grant the client may not use is unauthorized_client")
  void refusesGrantNotEnabled() {
    assertThat(error(post("grant_type=authorization_code&code=x")))
        .isEqualTo("400 unauthorized_client");
  }

  @ParameterizedTest
  @DisplayName("TE4 with errors=auth0 it is 403; what is the same for both stays 400")
  @CsvSource({
    "grant_type=authorization_code&code=x, 403 unauthorized_client",
    "grant_type=refresh_token&refresh_token=x, 403 unauthorized_client",
    "grant_type=wishing, 400 unsupported_grant_type"
  })
  void refusesGrantNotEnabledAsAuth0Does(String body, String error) {
    IssuerOptions options = IssuerOptions.ephemeral(clock).withErrors(ErrorProfile.AUTH0);
    try (MockAuthorizationServer auth0 = MockAuthorizationServer.start(options)) {
      HttpResponse<String> answer =
          Wire.post(
              auth0.issuer() + "oauth/token",
              body,
              "application/x-www-form-urlencoded",
              "Authorization",
              MACHINE);

      assertThat(error(answer)).isEqualTo(error);
    }
  }

  @Test
  @DisplayName("TE5 an unknown code is invalid_grant")
  void refusesUnknownCode() {
    assertThat(error(redeemAsWeb("bgc_nothing"))).isEqualTo("400 invalid_grant");
  }

  @Test
  @DisplayName("TE6 malformed scope is invalid_scope")
  void refusesMalformedScope() {
    String body = "grant_type=client_credentials&scope=a++b&audience=";

    assertThat(error(post(body + Wire.encode(Fixtures.NOTES_API)))).isEqualTo("400 invalid_scope");
  }

  @Test
  @DisplayName("another method gets 405 with Allow")
  void answersOtherMethodsWithAllow() {
    HttpResponse<String> answer = Wire.get(endpoint());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  private String endpoint() {
    return server.issuer() + "oauth/token";
  }

  private HttpResponse<String> post(String body) {
    return Wire.post(
        endpoint(), body, "application/x-www-form-urlencoded", "Authorization", MACHINE);
  }

  private static String error(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
