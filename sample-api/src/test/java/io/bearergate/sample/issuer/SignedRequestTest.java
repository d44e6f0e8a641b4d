package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest extends SigningClientTest {

  @ParameterizedTest
  @DisplayName(
      "F04.1 + RS256, RS384 and PS256, with both types in any case, lead to login and a code")
  @CsvSource({
    "RS256, oauth-authz-req+jwt",
    "RS384, oauth-authz-req+jwt",
    "PS256, oauth-authz-req+jwt",
    "RS256, jwt",
    "RS384, JWT",
    "PS256, OAuth-Authz-Req+JWT"
  })
  void takesSignedRequest(String algorithm, String type) {
    JWSHeader header =
        RequestJwts.header(JWSAlgorithm.parse(algorithm), KEY)
            .type(new JOSEObjectType(type))
            .build();

    HttpResponse<String> back = agreedTo(RequestJwts.signed(header, good().build(), KEY));

    assertThat(Parsed.location(back)).startsWith(CALLBACK + "?");
    assertThat(Parsed.redirect(back)).containsKey("code").containsEntry("state", "st-8f1c");
  }

  @Test
  @DisplayName("F04.1 + without a kid, with several audiences, with max_age as a number")
  void takesWhatIsOptionalOrLeftOut() {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(RequestJwts.TYPE).build();
    JWTClaimsSet claims =
        good()
            .audience(List.of("https://elsewhere.test/", server.issuer()))
            .claim("max_age", 300)
            .jwtID(null)
            .issueTime(null)
            .expirationTime(null)
            .build();

    HttpResponse<String> back = agreedTo(RequestJwts.signed(header, claims, KEY));

    assertThat(Parsed.redirect(back)).containsKey("code");
  }

  @ParameterizedTest
  @DisplayName(
      "F04.2 − none, HS256 with the public key as the secret, ES256: invalid_request_object")
  @ValueSource(strings = {"none", "HS256", "ES256"})
  void refusesOtherAlgorithms(String algorithm) throws Exception {
    assertPage(asked(signedBy(algorithm)), "invalid_request_object");
  }

  private static String signedBy(String algorithm) throws Exception {
    if (algorithm.equals("none")) {
      return new PlainJWT(good().build()).serialize();
    }
    JWSHeader header = RequestJwts.header(JWSAlgorithm.parse(algorithm), KEY).build();
    return Assertions.signed(
        header,
        good().build(),
        algorithm.equals("HS256")
            ? new MACSigner(KEY.toRSAPublicKey().getEncoded())
            : new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
  }

  @Test
  @DisplayName("F04.3 − a foreign key under a known kid, an unknown kid, a client without keys")
  void refusesForeignKeys() {
    RSAKey foreign = SigningKeys.newKey();
    JWSHeader known = RequestJwts.header(JWSAlgorithm.RS256, KEY).build();
    JWSHeader unknown = RequestJwts.header(JWSAlgorithm.RS256, foreign).build();
    String ofClientWithoutKeys =
        RequestJwts.signed(
            RequestJwts.claims(Requests.web(), server.issuer(), clock.instant()).build(), KEY);

    assertPage(asked(RequestJwts.signed(known, good().build(), foreign)), "invalid_request_object");
    assertPage(asked(RequestJwts.signed(unknown, good().build(), KEY)), "invalid_request_object");
    assertPage(
        browser().authorize(Map.of("client_id", "web1", "request", ofClientWithoutKeys)),
        "invalid_request_object");
  }

  @Test
  @DisplayName("F04.3 − an altered payload, and what is no JWT")
  void refusesAlteredObject() {
    String object = RequestJwts.signed(good().build(), KEY);
    String altered = RequestJwts.signed(good().claim("scope", "admin").build(), KEY);
    String signature = object.substring(object.lastIndexOf('.'));

    assertPage(
        asked(altered.substring(0, altered.lastIndexOf('.')) + signature),
        "invalid_request_object");
    assertPage(asked("no-jwt"), "invalid_request_object");
  }

  @Test
  @DisplayName("F04.6 − an outer client_id that is missing or another: invalid_request")
  void refusesOtherOuterClient() {
    String object = RequestJwts.signed(good().build(), KEY);

    assertPage(
        browser().authorize(Map.of("client_id", "web1", "request", object)), "invalid_request");
    assertPage(browser().authorize(Map.of("request", object)), "invalid_request");
  }

  @Test
  @DisplayName("F04.7 + outer scope, state and redirect_uri count for nothing")
  void ignoresWhatStandsOutside() {
    Map<String, String> query =
        new LinkedHashMap<>(Requests.authorization("webjar", "http://evil.test/"));
    query.put("scope", "openid admin");
    query.put("state", "evil");
    query.put("request", RequestJwts.signed(good().build(), KEY));

    HttpResponse<String> back = browser().logInAndAgree(query, "bob");

    assertThat(Parsed.location(back)).startsWith(CALLBACK + "?");
    assertThat(Parsed.redirect(back)).containsEntry("state", "st-8f1c");
    assertThat(Parsed.member(redeemed(Parsed.redirect(back).get("code")), "scope"))
        .isEqualTo("openid profile read:notes");
  }

  @Test
  @DisplayName("F04.7 − an outer parameter does not stand in for one that the object lacks")
  void takesNothingFromOutside() {
    String object = RequestJwts.signed(good().claim("redirect_uri", null).build(), KEY);

    HttpResponse<String> answer =
        browser()
            .authorize(Map.of("client_id", "webjar", "request", object, "redirect_uri", CALLBACK));

    assertPage(answer, "invalid_request");
  }

  @Test
  @DisplayName("F04.8 − request together with request_uri: invalid_request")
  void refusesObjectAndReference() {
    Map<String, String> query =
        Map.of(
            "client_id", "webjar",
            "request", RequestJwts.signed(good().build(), KEY),
            "request_uri", "urn:ietf:params:oauth:request_uri:x");

    assertPage(browser().authorize(query), "invalid_request");
  }

  @Test
  @DisplayName("F04.8 − an encrypted request object, a request given twice: invalid_request")
  void refusesWhatIsNotSupported() throws Exception {
    EncryptedJWT encrypted =
        new EncryptedJWT(
            new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), good().build());
    encrypted.encrypt(new RSAEncrypter(KEY));
    String object = RequestJwts.signed(good().build(), KEY);

    assertPage(asked(encrypted.serialize()), "invalid_request");
    assertPage(
        browser()
            .open(
                server.issuer()
                    + "authorize?client_id=webjar&request="
                    + object
                    + "&request="
                    + object),
        "invalid_request");
  }

  @ParameterizedTest
  @DisplayName("F04.12 − typ at+jwt, another, or none: invalid_request_object")
  @ValueSource(strings = {"at+jwt", "client-authentication+jwt", "JOSE", ""})
  void refusesOtherTypes(String type) {
    JWSHeader header =
        RequestJwts.header(JWSAlgorithm.RS256, KEY)
            .type(type.isEmpty() ? null : new JOSEObjectType(type))
            .build();

    assertPage(asked(RequestJwts.signed(header, good().build(), KEY)), "invalid_request_object");
  }

  @Test
  @DisplayName("F04.13 + old and new key both work; − a key that was removed fails")
  void changesKeys() {
    RSAKey next = RequestJwts.key("webjar", 1);
    try (MockAuthorizationServer other =
        MockAuthorizationServer.start(IssuerOptions.ephemeral(clock))) {
      assertLogin(askedOf(other, RequestJwts.signed(goodFor(other).build(), KEY)));
      assertLogin(askedOf(other, RequestJwts.signed(goodFor(other).build(), next)));

      other.withdrawRequestKey("webjar", KEY.getKeyID());

      assertPage(
          askedOf(other, RequestJwts.signed(goodFor(other).build(), KEY)),
          "invalid_request_object");
      assertLogin(askedOf(other, RequestJwts.signed(goodFor(other).build(), next)));
    }
  }

  private HttpResponse<String> redeemed(String code) {
    return token(
        Requests.redemption(code, CALLBACK),
        "Authorization",
        Wire.basic("webjar", Fixtures.clientSecret("webjar")));
  }
}
