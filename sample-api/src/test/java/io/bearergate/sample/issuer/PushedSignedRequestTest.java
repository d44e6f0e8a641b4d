package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertJson;
import static io.bearergate.sample.issuer.Answers.assertPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushedSignedRequestTest extends IssuerTest {

  private static final String CALLBACK = "http://127.0.0.1:8082/callback";
  private static final RSAKey KEY = RequestJwts.key("webpkj", 0);

  @Test
  @DisplayName("F05.1 + 201, login, a code and tokens")
  void goesAllTheWay() {
    HttpResponse<String> pushed = pushed(RequestJwts.signed(good().build(), KEY));
    assertThat(pushed.statusCode()).isEqualTo(201);
    assertThat(Parsed.json(pushed)).containsEntry("expires_in", 30L);

    HttpResponse<String> back = browser().logInAndAgree(reference("webpkj", pushed), "alice");

    assertThat(Parsed.location(back)).startsWith(CALLBACK + "?");
    Map<String, String> form =
        proven(Requests.redemption(Parsed.redirect(back).get("code"), CALLBACK));
    assertThat(Parsed.member(token(form), "scope")).isEqualTo("openid profile read:notes");
  }

  @Test
  @DisplayName("F05.1 + a client that need not push may, with a secret and its own key")
  void takesObjectOfClientWithSecret() {
    Map<String, String> asked = Requests.authorization("webjar", "http://127.0.0.1:8086/callback");
    String object =
        RequestJwts.signed(
            RequestJwts.claims(asked, server.issuer(), clock.instant()).build(),
            RequestJwts.key("webjar", 0));

    HttpResponse<String> pushed =
        push(
            Map.of("request", object),
            "Authorization",
            Wire.basic("webjar", Fixtures.clientSecret("webjar")));

    assertThat(pushed.statusCode()).isEqualTo(201);
    assertThat(Parsed.location(browser().authorize(reference("webjar", pushed))))
        .contains("/u/login?");
  }

  @Test
  @DisplayName("F05.2 − the client inside is not the client that has authenticated")
  void refusesObjectOfAnotherClient() {
    JWTClaimsSet named = good().claim("client_id", "web1").build();
    JWTClaimsSet foreign =
        RequestJwts.claims(
                Requests.authorization("webjar", CALLBACK), server.issuer(), clock.instant())
            .build();

    assertJson(pushed(RequestJwts.signed(named, KEY)), 400, "invalid_request_object");
    assertJson(
        pushed(RequestJwts.signed(foreign, RequestJwts.key("webjar", 0))),
        400,
        "invalid_request_object");
  }

  @Test
  @DisplayName("F05.3 − a plain body of a client that must sign")
  void refusesUnsignedRequest() {
    Map<String, String> plain = Requests.authorization("webpkj", CALLBACK);

    assertJson(push(proven(plain)), 400, "invalid_request");
  }

  @Test
  @DisplayName("F05.3 − a signed request that was not pushed, of a client that must push")
  void refusesSignedRequestThroughBrowser() {
    String object = RequestJwts.signed(good().build(), KEY);

    HttpResponse<String> answer =
        browser().authorize(Map.of("client_id", "webpkj", "request", object));

    Answers.assertTold(answer, CALLBACK, "invalid_request");
  }

  @Test
  @DisplayName("F05.4 − a bad signature is answered as JSON, 400")
  void refusesBadSignature() {
    String object = RequestJwts.signed(good().build(), KEY);
    int payload = object.indexOf('.') + 1;
    String altered = object.substring(0, payload) + "eyJ9" + object.substring(payload + 4);

    assertJson(pushed(altered), 400, "invalid_request_object");
    assertJson(pushed("no-jwt"), 400, "invalid_request_object");
  }

  @ParameterizedTest
  @DisplayName("F05.4 − faults inside the object are JSON, 400, with their own codes")
  @CsvSource({
    "iss, web1, invalid_request_object",
    "request_uri, urn:x:y, invalid_request_object",
    "redirect_uri, http://evil.test/, invalid_request",
    "scope, 'openid  profile', invalid_scope",
    "response_type, token, unsupported_response_type",
    "authorization_details, [], invalid_authorization_details"
  })
  void tellsClientOfFault(String name, String value, String error) {
    assertJson(pushed(RequestJwts.signed(good().claim(name, value).build(), KEY)), 400, error);
  }

  @Test
  @DisplayName("F05.5 − a valid assertion, but the object is signed with the assertion's key")
  void refusesObjectSignedWithTheAssertionsKey() {
    RSAKey assertionKey = Assertions.key("webpkj");
    String object = RequestJwts.signed(good().build(), assertionKey);

    assertJson(pushed(object), 400, "invalid_request_object");
  }

  @Test
  @DisplayName("F05.5 − a good object, but no assertion or a bad one")
  void refusesUnprovenClient() {
    String object = RequestJwts.signed(good().build(), KEY);
    String badAssertion =
        Assertions.signed(
            Assertions.claims("webpkj", server.issuer(), clock.instant()).build(),
            RequestJwts.key("webpkj", 0));
    Map<String, String> withBadAssertion =
        Map.of(
            "client_assertion_type", Assertions.TYPE,
            "client_assertion", badAssertion,
            "request", object);

    assertJson(push(Map.of("client_id", "webpkj", "request", object)), 401, "invalid_client");
    assertJson(push(withBadAssertion), 401, "invalid_client");
  }

  @Test
  @DisplayName("F05.6 + an object that expires after it was pushed still works at /authorize")
  void letsTheReferenceOutliveTheObject() {
    JWTClaimsSet onItsLastLegs =
        good().expirationTime(Date.from(clock.instant().minusSeconds(55))).build();
    HttpResponse<String> pushed = pushed(RequestJwts.signed(onItsLastLegs, KEY));
    clock.advance(Duration.ofSeconds(10));

    HttpResponse<String> answer = browser().authorize(reference("webpkj", pushed));

    assertThat(Parsed.location(answer)).contains("/u/login?");
  }

  @Test
  @DisplayName("F05.6 − an object that has expired when it is pushed")
  void refusesExpiredObject() {
    JWTClaimsSet expired =
        good().expirationTime(Date.from(clock.instant().minusSeconds(61))).build();

    assertJson(pushed(RequestJwts.signed(expired, KEY)), 400, "invalid_request_object");
  }

  @Test
  @DisplayName("F05.7 − the reference by another client, the reference again, the object again")
  void takesEverythingOnce() {
    String object = RequestJwts.signed(good().build(), KEY);
    HttpResponse<String> pushed = pushed(object);

    assertPage(browser().authorize(reference("web1", pushed)), "invalid_request");
    assertThat(browser().authorize(reference("webpkj", pushed)).statusCode()).isEqualTo(302);
    assertPage(browser().authorize(reference("webpkj", pushed)), "invalid_request_uri");
    assertJson(pushed(object), 400, "invalid_request_object");
  }

  @Test
  @DisplayName("F05.8 + what stands outside the object in the body is ignored")
  void ignoresWhatStandsOutside() {
    Map<String, String> body = new LinkedHashMap<>(Requests.authorization("webpkj", CALLBACK));
    body.put("redirect_uri", "http://evil.test/");
    body.put("scope", "openid admin");
    body.put("state", "evil");
    body.put("request", RequestJwts.signed(good().build(), KEY));

    HttpResponse<String> back =
        browser().logInAndAgree(reference("webpkj", push(proven(body))), "bob");

    assertThat(Parsed.location(back)).startsWith(CALLBACK + "?");
    assertThat(Parsed.redirect(back)).containsEntry("state", "st-8f1c");
    Map<String, String> form =
        proven(Requests.redemption(Parsed.redirect(back).get("code"), CALLBACK));
    assertThat(Parsed.member(token(form), "scope")).isEqualTo("openid profile read:notes");
  }

  private static JWTClaimsSet.Builder good() {
    return RequestJwts.claims(
        Requests.authorization("webpkj", CALLBACK), server.issuer(), clock.instant());
  }

  private HttpResponse<String> pushed(String object) {
    return push(proven(Map.of("client_id", "webpkj", "request", object)));
  }

  /** With an assertion of its own, as every request needs one. */
  private static Map<String, String> proven(Map<String, String> form) {
    JWTClaimsSet claims = Assertions.claims("webpkj", server.issuer(), clock.instant()).build();
    Map<String, String> proven = new LinkedHashMap<>(form);
    proven.put("client_assertion_type", Assertions.TYPE);
    proven.put("client_assertion", Assertions.signed(claims, Assertions.key("webpkj")));
    return proven;
  }
}
