package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets in the header and in the form, and what is neither one thing nor the other. */
class ClientSecretTest extends IssuerTest {

  private static final String SPECIAL = Fixtures.clientSecret("m2mself");

  @Test
  @DisplayName("F18.5 + a secret with special characters, form-encoded before Base64")
  void takesEncodedSecret() {
    // Authenticated: what is missing is the certificate that this client's tokens are bound to.
    assertThat(error(withBasic(Wire.encode("m2mself") + ":" + Wire.encode(SPECIAL))))
        .isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("F18.5 − the same secret as it is, not encoded")
  void refusesSecretNotEncoded() {
    assertThat(SPECIAL).contains("%", "+", ":", "é");
    assertThat(error(withBasic("m2mself:" + SPECIAL))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.5 − the same secret encoded twice")
  void refusesSecretEncodedTwice() {
    assertThat(error(withBasic("m2mself:" + Wire.encode(Wire.encode(SPECIAL)))))
        .isEqualTo("401 invalid_client");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F18.3 − two methods at once are invalid_request, were both of them good")
  @CsvSource({"secret in header and form, true, false", "secret and assertion, false, true"})
  void refusesTwoMethods(String how, boolean secretInForm, boolean assertion) {
    Map<String, String> form =
        Assertions.request(
            Assertions.signed(
                Assertions.claims("m2mpkj", server.issuer(), clock.instant()).build(),
                Assertions.key("m2mpkj")));
    if (!assertion) {
      form = Requests.without(form, "client_assertion", "client_assertion_type");
    }
    if (secretInForm) {
      form = Requests.with(form, "client_id", "m2m1");
      form = Requests.with(form, "client_secret", Fixtures.clientSecret("m2m1"));
    }
    String basic = Wire.basic("m2m1", Fixtures.clientSecret("m2m1"));

    HttpResponse<String> answer = token(form, "Authorization", basic);

    assertThat(error(answer)).as(how).isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("F18.3 − secret in the form and assertion")
  void refusesSecretInFormBesideAssertion() {
    Map<String, String> form =
        Assertions.request(
            Assertions.signed(
                Assertions.claims("m2mpkj", server.issuer(), clock.instant()).build(),
                Assertions.key("m2mpkj")));

    assertThat(error(token(Requests.with(form, "client_secret", "s"))))
        .isEqualTo("400 invalid_request");
  }

  @Test
  @DisplayName("F18.3 − a method the client is not registered with: secret in the form")
  void refusesUnregisteredMethod() {
    Map<String, String> form = Requests.with(request(), "client_id", "m2mself");

    assertThat(error(token(Requests.with(form, "client_secret", SPECIAL))))
        .isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.3 − a client with credentials does not get by on its name")
  void refusesNameAlone() {
    assertThat(error(token(Requests.with(request(), "client_id", "m2m1"))))
        .isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.3 − a method the client is not registered with: an assertion")
  void refusesUnregisteredAssertion() {
    String assertion =
        Assertions.signed(
            Assertions.claims("m2m1", server.issuer(), clock.instant()).build(),
            Assertions.key("m2mpkj"));

    assertThat(error(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  private static Map<String, String> request() {
    return Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API);
  }

  private HttpResponse<String> withBasic(String pair) {
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    return token(request(), "Authorization", "Basic " + encoded);
  }

  private static String error(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
