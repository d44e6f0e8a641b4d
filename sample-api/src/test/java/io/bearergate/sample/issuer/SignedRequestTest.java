package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertPage;
import static io.bearergate.sample.issuer.Answers.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestTest extends IssuerTest {

  private static final String CALLBACK = "http://127.0.0.1:8086/callback";
  private static final RSAKey KEY = RequestJwts.key("webjar", 0);

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
    String[] parts = RequestJwts.signed(good().build(), KEY).split("\\.");
    String[] other = RequestJwts.signed(good().claim("scope", "admin").build(), KEY).split("\\.");

    assertPage(asked(parts[0] + "." + other[1] + "." + parts[2]), "invalid_request_object");
    assertPage(asked("no-jwt"), "invalid_request_object");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F04.4 F04.5 F04.9 F04.10 F04.11 − a genuine object at fault is told to the client")
  @MethodSource("faults")
  void tellsClientOfFault(String fault, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    String object = RequestJwts.signed(spoil.apply(good()).build(), KEY);

    assertTold(asked(object), CALLBACK, "invalid_request_object");
  }

  static Stream<Arguments> faults() {
    Instant now = START;
    String slashless = server.issuer().substring(0, server.issuer().length() - 1);
    return Stream.of(
        fault("F04.4 other iss", claims -> claims.issuer("web1")),
        fault("F04.4 no iss", claims -> claims.issuer(null)),
        fault("F04.4 other aud", claims -> claims.audience("https://elsewhere.test/")),
        fault("F04.4 aud without its slash", claims -> claims.audience(slashless)),
        fault("F04.4 no aud", claims -> claims.audience((String) null)),
        fault("F04.4 no client_id", claims -> claims.claim("client_id", null)),
        fault("F04.5 expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(61)))),
        fault("F04.5 nbf to come", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(61)))),
        fault(
            "F04.9 request within", claims -> claims.claim("request", "eyJhbGciOiJub25lIn0.e30.")),
        fault("F04.9 request_uri within", claims -> claims.claim("request_uri", "urn:x:y")),
        fault("F04.10 jti of 65 bytes", claims -> claims.jwtID("j".repeat(65))),
        fault("F04.10 jti of 64 characters and more bytes", claims -> claims.jwtID("ü".repeat(33))),
        fault("F04.11 sub is the client", claims -> claims.subject("webjar")));
  }

  private static Arguments fault(String name, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    return Arguments.of(name, spoil);
  }

  @Test
  @DisplayName("F04.4 − a fault is told to nobody if the redirect_uri inside is not registered")
  void showsFaultWhereThereIsNoAddress() {
    JWTClaimsSet claims = good().claim("redirect_uri", "http://evil.test/").issuer("web1").build();

    assertPage(asked(RequestJwts.signed(claims, KEY)), "invalid_request_object");
    assertPage(
        asked(RequestJwts.signed(good().claim("redirect_uri", "http://evil.test/").build(), KEY)),
        "invalid_request");
  }

  @Test
  @DisplayName("F04.5 + a minute of skew is allowed for, on both sides")
  void allowsForSkew() {
    Instant now = clock.instant();
    JWTClaimsSet late = good().expirationTime(Date.from(now.minusSeconds(59))).build();
    JWTClaimsSet early = good().notBeforeTime(Date.from(now.plusSeconds(59))).build();

    assertLogin(asked(RequestJwts.signed(late, KEY)));
    assertLogin(asked(RequestJwts.signed(early, KEY)));
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

  @Test
  @DisplayName("F04.10 − a jti works once, also for two browsers at the same time")
  void takesObjectOnce() {
    String object = RequestJwts.signed(good().jwtID("j".repeat(64)).build(), KEY);
    assertLogin(asked(object));
    assertTold(asked(object), CALLBACK, "invalid_request_object");

    String another = RequestJwts.signed(good().build(), KEY);
    List<Boolean> admitted =
        Stream.generate(() -> another)
            .limit(16)
            .parallel()
            .map(same -> Parsed.location(asked(same)).contains("/u/login?"))
            .toList();
    assertThat(admitted).containsOnlyOnce(true);
  }

  @Test
  @DisplayName("F04.11 + a sub that is not the client is no fault")
  void takesOtherSubject() {
    assertLogin(asked(RequestJwts.signed(good().subject("somebody").build(), KEY)));
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

  @Test
  @DisplayName("F04 − AE faults inside the object are told as ever, with the state inside")
  void checksWhatIsInside() {
    JWTClaimsSet claims = good().claim("scope", "openid  profile").build();

    HttpResponse<String> answer = asked(RequestJwts.signed(claims, KEY));

    assertTold(answer, CALLBACK, "invalid_scope");
    assertThat(Parsed.redirect(answer)).containsEntry("state", "st-8f1c");
  }

  @ParameterizedTest
  @DisplayName("F04 − a member that is there twice, and a payload that is no object")
  @ValueSource(
      strings = {"{\"client_id\":\"webjar\",\"scope\":\"a\",\"scope\":\"b\"}", "[]", "hello"})
  void refusesUnclearPayload(String payload) throws Exception {
    JWSObject object =
        new JWSObject(RequestJwts.header(JWSAlgorithm.RS256, KEY).build(), new Payload(payload));
    object.sign(new RSASSASigner(KEY));

    assertPage(asked(object.serialize()), "invalid_request_object");
  }

  @Test
  @DisplayName("F04 jar.strict + PS256 from nbf to exp within an hour")
  void takesStrictRequestWhenStrict() {
    try (MockAuthorizationServer strict = strict()) {
      assertLogin(askedOf(strict, strictly(strict, claims -> claims)));
      assertThat(Parsed.json(Wire.get(strict.issuer() + ".well-known/openid-configuration")))
          .containsEntry("request_object_signing_alg_values_supported", List.of("PS256"));
    }
  }

  @Test
  @DisplayName(
      "F04 jar.strict − another algorithm; nbf or exp missing; nbf too old; too long a life")
  void refusesLaxRequestWhenStrict() {
    Instant now = clock.instant();
    try (MockAuthorizationServer strict = strict()) {
      JWTClaimsSet timed = goodFor(strict).notBeforeTime(Date.from(now)).build();
      assertPage(askedOf(strict, RequestJwts.signed(timed, KEY)), "invalid_request_object");
      List<UnaryOperator<JWTClaimsSet.Builder>> faults =
          List.of(
              claims -> claims.notBeforeTime(null),
              claims -> claims.expirationTime(null),
              claims -> claims.notBeforeTime(Date.from(now.minusSeconds(3601))),
              claims -> claims.expirationTime(Date.from(now.plusSeconds(3601))));
      faults.forEach(
          spoil ->
              assertTold(
                  askedOf(strict, strictly(strict, spoil)), CALLBACK, "invalid_request_object"));
    }
  }

  private static MockAuthorizationServer strict() {
    return MockAuthorizationServer.start(IssuerOptions.ephemeral(clock).with(Feature.STRICT_JAR));
  }

  private static String strictly(
      MockAuthorizationServer strict, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    JWTClaimsSet.Builder claims = goodFor(strict).notBeforeTime(Date.from(clock.instant()));
    return RequestJwts.signed(
        RequestJwts.header(JWSAlgorithm.PS256, KEY).build(), spoil.apply(claims).build(), KEY);
  }

  private static JWTClaimsSet.Builder good() {
    return goodFor(server);
  }

  private static JWTClaimsSet.Builder goodFor(MockAuthorizationServer other) {
    return RequestJwts.claims(
        Requests.authorization("webjar", CALLBACK), other.issuer(), clock.instant());
  }

  private HttpResponse<String> asked(String object) {
    return askedOf(server, object);
  }

  private static HttpResponse<String> askedOf(MockAuthorizationServer other, String object) {
    return new UserAgent(other.issuer())
        .authorize(Map.of("client_id", "webjar", "request", object));
  }

  private HttpResponse<String> agreedTo(String object) {
    return browser().logInAndAgree(Map.of("client_id", "webjar", "request", object), "alice");
  }

  private HttpResponse<String> redeemed(String code) {
    return token(
        Requests.redemption(code, CALLBACK),
        "Authorization",
        Wire.basic("webjar", Fixtures.clientSecret("webjar")));
  }

  private static void assertLogin(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Parsed.location(answer)).contains("/u/login?");
  }
}
