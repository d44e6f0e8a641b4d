package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.TestRequest;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.sender.SenderRules.Dpop;
import io.bearergate.sender.SenderRules.Use;
import io.bearergate.test.TestCertificate;
import io.bearergate.token.AccessToken;
import io.bearergate.token.Leniency;
import io.bearergate.token.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfirmedSenderTest {

  private static final TestCertificate OWN = TestCertificate.selfSigned();
  private static final TestCertificate OTHER = TestCertificate.selfSigned();

  @ParameterizedTest(name = "dpop={0}, mtls {1}, scheme {2}, cnf {3}: {4}")
  @CsvSource({
    "OFF,      true,  BEARER, none,        held",
    "ALLOWED,  true,  BEARER, none,        held",
    "REQUIRED, true,  BEARER, none,        unbound_token",
    "OFF,      true,  DPOP,   none,        unbound_token",
    "ALLOWED,  true,  DPOP,   none,        unbound_token",
    "OFF,      true,  BEARER, key,         bound_token",
    "OFF,      true,  DPOP,   key,         bound_token",
    "ALLOWED,  true,  BEARER, key,         downgraded_token",
    "REQUIRED, true,  BEARER, key,         downgraded_token",
    "ALLOWED,  true,  DPOP,   key,         missing_proof",
    "ALLOWED,  false, DPOP,   key,         missing_proof",
    "ALLOWED,  true,  BEARER, certificate, held",
    "OFF,      true,  BEARER, certificate, held",
    "ALLOWED,  false, BEARER, certificate, bound_token",
    "REQUIRED, true,  BEARER, certificate, unbound_token",
    "ALLOWED,  true,  DPOP,   certificate, unbound_token",
    "ALLOWED,  true,  BEARER, both,        downgraded_token",
    "ALLOWED,  true,  DPOP,   both,        missing_proof",
    "ALLOWED,  false, DPOP,   both,        bound_token",
    "OFF,      true,  BEARER, both,        bound_token",
  })
  void goesByConfirmationAndSettings(
      Use dpop, boolean certificates, Scheme scheme, String bindings, String outcome) {
    TestRequest request = new TestRequest("GET", "/a").by(OWN.certificate());

    assertThat(outcome(dpop, certificates, scheme, claims(bindings), request)).isEqualTo(outcome);
  }

  private static Map<String, Object> claims(String bindings) {
    return switch (bindings) {
      case "key" -> Map.of("cnf", Map.of("jkt", "thumbprint"));
      case "certificate" -> Map.of("cnf", Map.of("x5t#S256", OWN.thumbprint()));
      case "both" -> Map.of("cnf", Map.of("jkt", "thumbprint", "x5t#S256", OWN.thumbprint()));
      default -> Map.of();
    };
  }

  @Test
  @DisplayName("RS.12 − another certificate, and none")
  void refusesOtherCertificate() {
    Map<String, Object> bound = claims("certificate");
    TestRequest other = new TestRequest("GET", "/a").by(OTHER.certificate());
    TestRequest none = new TestRequest("GET", "/a");

    assertThat(outcome(Use.ALLOWED, true, Scheme.BEARER, bound, other))
        .isEqualTo("wrong_certificate");
    assertThat(outcome(Use.ALLOWED, true, Scheme.BEARER, bound, none))
        .isEqualTo("wrong_certificate");
  }

  @ParameterizedTest(name = "dpop={0}, scheme {1}, cnf {2}, certificate {3}, proof {4}: {5}")
  @CsvSource({
    "ALLOWED,  DPOP,   certificate, own,   none, held",
    "OFF,      DPOP,   certificate, own,   none, held",
    "ALLOWED,  BEARER, certificate, own,   none, held",
    "REQUIRED, DPOP,   certificate, own,   none, unbound_token",
    "ALLOWED,  DPOP,   certificate, own,   one,  unbound_token",
    "ALLOWED,  DPOP,   certificate, other, none, wrong_certificate",
    "ALLOWED,  DPOP,   certificate, none,  none, wrong_certificate",
    "ALLOWED,  DPOP,   none,        own,   none, unbound_token",
    "ALLOWED,  DPOP,   both,        own,   none, missing_proof",
    "ALLOWED,  DPOP,   key,         own,   none, missing_proof",
  })
  @DisplayName("Auth0's form: bound to a certificate, under the scheme DPoP")
  void takesACertificateUnderDpopWhereTheIssuerIsGrantedIt(
      Use dpop, Scheme scheme, String bindings, String certificate, String proof, String outcome) {
    TestRequest request = new TestRequest("GET", "/a");
    if (!certificate.equals("none")) {
      request.by((certificate.equals("own") ? OWN : OTHER).certificate());
    }
    if (proof.equals("one")) {
      request.with("DPoP", "e30.e30.AA");
    }
    AccessToken token = TestTokens.with(claims(bindings), Leniency.CERTIFICATE_UNDER_DPOP);

    assertThat(outcome(dpop, true, scheme, token, request)).isEqualTo(outcome);
  }

  @Test
  void takesNoCertificateUnderDpopWhereMtlsIsOff() {
    TestRequest request = new TestRequest("GET", "/a").by(OWN.certificate());
    AccessToken token = TestTokens.with(claims("certificate"), Leniency.CERTIFICATE_UNDER_DPOP);

    assertThat(outcome(Use.ALLOWED, false, Scheme.DPOP, token, request)).isEqualTo("bound_token");
  }

  static Stream<Object> unknown() {
    return Stream.of(
        Map.of(),
        Map.of("jwk", Map.of("kty", "EC")),
        Map.of("kid", "key"),
        Map.of("jku", "https://issuer.example.com/keys"),
        Map.of("JKT", "thumbprint"),
        Map.of("x5t", OWN.thumbprint()),
        Map.of("x5t#s256", OWN.thumbprint()),
        Map.of("x5t#S256", OWN.thumbprint(), "kid", "key"),
        Map.of("x5t#S256", List.of(OWN.thumbprint())),
        Map.of("jkt", 1L, "x5t#S256", OWN.thumbprint()),
        List.of(OWN.thumbprint()),
        OWN.thumbprint(),
        true);
  }

  @ParameterizedTest
  @MethodSource("unknown")
  @DisplayName("a confirmation that is not understood binds to nobody")
  void refusesUnknownConfirmation(Object cnf) {
    TestRequest request = new TestRequest("GET", "/a").by(OWN.certificate());

    assertThat(outcome(Use.ALLOWED, true, Scheme.BEARER, Map.of("cnf", cnf), request))
        .isEqualTo("bound_token");
  }

  private static String outcome(
      Use dpop, boolean certificates, Scheme scheme, Map<String, Object> claims, TestRequest to) {
    return outcome(dpop, certificates, scheme, TestTokens.with(claims), to);
  }

  private static String outcome(
      Use dpop, boolean certificates, Scheme scheme, AccessToken token, TestRequest to) {
    Dpop rules =
        new Dpop(
            dpop,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            List.of(JwsAlgorithm.ES256),
            Optional.empty(),
            Optional.empty());
    SenderConstraint constraint =
        SenderConstraint.by(
            new SenderRules(rules, certificates),
            (key, id, lifetime) -> SeenProofs.Use.FIRST,
            () -> Instant.EPOCH);
    SenderResult result = constraint.check(token, new Presented(scheme, "token"), to);
    return result instanceof SenderResult.Refused refused
        ? refused.rejection().reason().code()
        : "held";
  }
}
