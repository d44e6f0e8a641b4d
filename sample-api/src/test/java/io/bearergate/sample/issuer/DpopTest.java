package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs of possession at the token endpoint, shown by a client that has a secret besides. */
class DpopTest extends IssuerTest {

  private static final ECKey KEY = Proofs.newKey();
  private static final String MACHINE = Wire.basic("m2m1", Fixtures.clientSecret("m2m1"));

  @Test
  @DisplayName("§3.4 + a proof binds the token to its key: token_type DPoP, cnf.jkt")
  void bindsTokenToKey() {
    HttpResponse<String> answer = tokenWith(Proofs.signed(claims().build(), KEY));

    assertThat(Parsed.json(answer)).containsEntry("token_type", "DPoP");
    assertThat(cnf(answer)).isEqualTo(Map.of("jkt", Proofs.thumbprint(KEY)));
  }

  @Test
  @DisplayName("§3.4 + no proof, no binding, where the API does not ask for one")
  void issuesPlainTokenWithoutProof() {
    HttpResponse<String> answer = token(request(), "Authorization", MACHINE);

    assertThat(Parsed.json(answer)).containsEntry("token_type", "Bearer");
    assertThat(cnf(answer)).isNull();
    assertThat(answer.headers().firstValue("DPoP-Nonce")).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("§3.4 + every algorithm the metadata names")
  @ValueSource(strings = {"ES256", "RS256", "PS256"})
  void takesAlgorithms(String name) {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
    JWK key = name.equals("ES256") ? KEY : SigningKeys.newKey();
    JWSHeader header = Proofs.header(algorithm, key).build();

    assertThat(cnf(tokenWith(Proofs.signed(header, claims().build(), key))))
        .isEqualTo(Map.of("jkt", Proofs.thumbprint(key)));
  }

  static Stream<Arguments> spoiltClaims() {
    return Stream.of(
        spoilt("another method", c -> c.claim("htm", "GET")),
        spoilt("no method", c -> c.claim("htm", null)),
        spoilt("another URL", c -> c.claim("htu", server.issuer() + "oauth/par")),
        spoilt("no URL", c -> c.claim("htu", null)),
        spoilt("made a minute ago", c -> c.issueTime(in(-60))),
        spoilt("made in the future", c -> c.issueTime(in(61))),
        spoilt("no iat", c -> c.issueTime(null)),
        spoilt("no jti", c -> c.jwtID(null)),
        spoilt("jti longer than 256", c -> c.jwtID("j".repeat(257))));
  }

  private static Arguments spoilt(String how, UnaryOperator<JWTClaimsSet.Builder> change) {
    return arguments(how, change);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("TE8 − a proof with a claim that is wrong is invalid_dpop_proof")
  @MethodSource("spoiltClaims")
  void refusesClaims(String how, UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(error(tokenWith(Proofs.signed(change.apply(claims()).build(), KEY))))
        .isEqualTo("400 invalid_dpop_proof");
  }

  static Stream<Arguments> spoiltHeaders() {
    ECKey other = Proofs.newKey();
    ECKey larger = Proofs.newKey(Curve.P_384);
    return Stream.of(
        arguments("another key in the header", header(other), KEY),
        arguments("an algorithm not named", Proofs.header(JWSAlgorithm.ES384, larger), larger),
        arguments("typ JWT", header(KEY).type(JOSEObjectType.JWT), KEY),
        arguments("no typ", header(KEY).type(null), KEY),
        arguments("no key", header(KEY).jwk(null).keyID("a"), KEY));
  }

  private static JWSHeader.Builder header(ECKey key) {
    return Proofs.header(JWSAlgorithm.ES256, key);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("TE8 − a proof with a header that is wrong is invalid_dpop_proof")
  @MethodSource("spoiltHeaders")
  void refusesHeaders(String how, JWSHeader.Builder header, JWK key) {
    assertThat(error(tokenWith(Proofs.signed(header.build(), claims().build(), key))))
        .isEqualTo("400 invalid_dpop_proof");
  }

  @Test
  @DisplayName("TE8 − a proof that gives the private key away")
  void refusesPrivateKey() {
    String header = "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + KEY.toJSONString() + "}";
    String proof = Proofs.signed(claims().build(), KEY);
    String spoilt = Base64URL.encode(header) + proof.substring(proof.indexOf('.'));

    assertThat(error(tokenWith(spoilt))).isEqualTo("400 invalid_dpop_proof");
  }

  @ParameterizedTest
  @DisplayName("TE8 − what is no signed JWT")
  @ValueSource(strings = {"", "a", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void refusesWhatIsNoProof(String proof) {
    assertThat(error(tokenWith(proof))).isEqualTo("400 invalid_dpop_proof");
  }

  @Test
  @DisplayName("TE8 − two proofs at once")
  void refusesTwoProofs() {
    String one = Proofs.signed(claims().build(), KEY);
    String other = Proofs.signed(claims().build(), KEY);

    HttpResponse<String> answer =
        token(request(), "Authorization", MACHINE, "DPoP", one, "DPoP", other);

    assertThat(error(answer)).isEqualTo("400 invalid_dpop_proof");
  }

  @Test
  @DisplayName("TE8 − a proof works once")
  void refusesReplay() {
    String proof = Proofs.signed(claims().build(), KEY);

    assertThat(tokenWith(proof).statusCode()).isEqualTo(200);
    assertThat(error(tokenWith(proof))).isEqualTo("400 invalid_dpop_proof");
  }

  @Test
  @DisplayName("TE8 − of many uses of one proof at the same time, one succeeds")
  void letsOneOfManyParallelUsesThrough() {
    String proof = Proofs.signed(claims().build(), KEY);

    List<Integer> statuses =
        IntStream.range(0, 8).parallel().mapToObj(i -> tokenWith(proof).statusCode()).toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
  }

  @Test
  @DisplayName("§3.4 + a client with a secret may use the nonce it is offered, and only that")
  void takesOfferedNonce() {
    String nonce =
        tokenWith(Proofs.signed(claims().build(), KEY))
            .headers()
            .firstValue("DPoP-Nonce")
            .orElseThrow();

    assertThat(tokenWith(Proofs.signed(claims().claim("nonce", nonce).build(), KEY)).statusCode())
        .isEqualTo(200);
    assertThat(error(tokenWith(Proofs.signed(claims().claim("nonce", "made up").build(), KEY))))
        .isEqualTo("400 use_dpop_nonce");
  }

  @Test
  @DisplayName("§3.4 + a nonce outlives the span it was offered in, once; − and no longer")
  void refusesOldNonce() {
    String nonce =
        tokenWith(Proofs.signed(claims().build(), KEY))
            .headers()
            .firstValue("DPoP-Nonce")
            .orElseThrow();

    clock.advance(Duration.ofMinutes(5));
    assertThat(tokenWith(Proofs.signed(claims().claim("nonce", nonce).build(), KEY)).statusCode())
        .isEqualTo(200);
    clock.advance(Duration.ofMinutes(5));
    assertThat(error(tokenWith(Proofs.signed(claims().claim("nonce", nonce).build(), KEY))))
        .isEqualTo("400 use_dpop_nonce");
  }

  private static Map<String, String> request() {
    return Map.of("grant_type", "client_credentials", "audience", Fixtures.NOTES_API);
  }

  private HttpResponse<String> tokenWith(String proof) {
    return token(request(), "Authorization", MACHINE, "DPoP", proof);
  }

  private static JWTClaimsSet.Builder claims() {
    return Proofs.claims("POST", server.issuer() + "oauth/token", clock.instant());
  }

  private static Date in(int seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }

  private static Object cnf(HttpResponse<String> answer) {
    return Parsed.claims(Parsed.member(answer, "access_token")).getClaim("cnf");
  }

  private static String error(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
