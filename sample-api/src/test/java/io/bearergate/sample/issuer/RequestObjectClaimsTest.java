package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertPage;
import static io.bearergate.sample.issuer.Answers.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestObjectClaimsTest extends SigningClientTest {

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
}
