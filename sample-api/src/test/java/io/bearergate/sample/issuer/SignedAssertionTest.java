package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedAssertionTest extends IssuerTest {

  private static final RSAKey KEY = Assertions.key("m2mpkj");

  @Test
  @DisplayName("F18.1 F11.1 + an assertion signed with the client's key")
  void takesAssertion() {
    HttpResponse<String> answer = present(claims().build());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.claims(Parsed.member(answer, "access_token")).getSubject())
        .isEqualTo("m2mpkj@clients");
  }

  @Test
  @DisplayName("F18.1 + client_id beside it, if it is the same")
  void takesClientIdBesideIt() {
    String assertion = Assertions.signed(claims().build(), KEY);

    assertThat(
            token(Requests.with(Assertions.request(assertion), "client_id", "m2mpkj")).statusCode())
        .isEqualTo(200);
    assertThat(
            refusal(
                token(
                    Requests.with(
                        Assertions.request(Assertions.signed(claims().build(), KEY)),
                        "client_id",
                        "m2m1"))))
        .isEqualTo("401 invalid_client");
  }

  @ParameterizedTest
  @DisplayName("F18.1 + typ JWT, client-authentication+jwt or none, and no kid")
  @ValueSource(strings = {"JWT", "client-authentication+jwt", ""})
  void takesTypes(String type) throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(type.isEmpty() ? null : new JOSEObjectType(type))
            .build();
    String assertion = Assertions.signed(header, claims().build(), new RSASSASigner(KEY));

    assertThat(token(Assertions.request(assertion)).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F18.1 + the audience as an array of one")
  void takesAudienceArray() {
    JWTClaimsSet claims = claims().claim("aud", List.of(server.issuer())).build();

    assertThat(present(claims).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("F18.1 + exp 300 s ahead, iat and nbf 10 s ahead")
  void takesClaimsAtTheBorder() {
    JWTClaimsSet claims =
        claims()
            .expirationTime(in(300))
            .issueTime(in(10))
            .notBeforeTime(in(10))
            .jwtID("j".repeat(64))
            .build();

    assertThat(present(claims).statusCode()).isEqualTo(200);
  }

  static Stream<Arguments> spoiltClaims() {
    return Stream.of(
        spoilt("aud the token endpoint", c -> c.audience(server.issuer() + "oauth/token")),
        spoilt("aud without the slash", c -> c.audience(server.issuer().replaceAll("/$", ""))),
        spoilt("aud with another", c -> c.audience(List.of(server.issuer(), "https://as.test/"))),
        spoilt("aud missing", c -> c.audience((String) null)),
        spoilt("expired", c -> c.expirationTime(in(0))),
        spoilt("exp more than 300 s ahead", c -> c.expirationTime(in(301))),
        spoilt("exp missing", c -> c.expirationTime(null)),
        spoilt("iat in the future", c -> c.issueTime(in(11))),
        spoilt("nbf in the future", c -> c.notBeforeTime(in(11))),
        spoilt("no jti", c -> c.jwtID(null)),
        spoilt("jti longer than 64", c -> c.jwtID("j".repeat(65))),
        spoilt("iss not sub", c -> c.issuer("webpkj")),
        spoilt("another client's name", c -> c.issuer("webpkj").subject("webpkj")),
        spoilt("nobody's name", c -> c.issuer("nobody").subject("nobody")),
        spoilt("a client with another method", c -> c.issuer("m2m1").subject("m2m1")),
        spoilt("more than 2048 bytes", c -> c.claim("padding", "p".repeat(1500))));
  }

  private static Arguments spoilt(String how, UnaryOperator<JWTClaimsSet.Builder> change) {
    return arguments(how, change);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F18.2 − an assertion with a claim that is wrong is invalid_client")
  @MethodSource("spoiltClaims")
  void refusesClaims(String how, UnaryOperator<JWTClaimsSet.Builder> change) {
    assertThat(refusal(present(change.apply(claims()).build()))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.2 − an assertion works once")
  void refusesReplay() {
    String assertion = Assertions.signed(claims().build(), KEY);

    assertThat(token(Assertions.request(assertion)).statusCode()).isEqualTo(200);
    assertThat(refusal(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.2 − of many uses at the same time, one succeeds")
  void letsOneOfManyParallelUsesThrough() {
    String assertion = Assertions.signed(claims().build(), KEY);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> token(Assertions.request(assertion)).statusCode())
            .toList();

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(7);
  }

  @Test
  @DisplayName("F18.2 − two clients may choose the same jti")
  void keepsClientsApart() {
    String other =
        Assertions.signed(
            Assertions.claims("webpkj", server.issuer(), clock.instant()).jwtID("same").build(),
            Assertions.key("webpkj"));

    assertThat(present(claims().jwtID("same").build()).statusCode()).isEqualTo(200);
    assertThat(refusal(token(Assertions.request(other)))).isEqualTo("400 unauthorized_client");
  }

  @Test
  @DisplayName("F18.2 − a key that is not the client's")
  void refusesForeignKey() {
    RSAKey stranger = new RSAKey.Builder(SigningKeys.newKey()).keyID(KEY.getKeyID()).build();

    assertThat(refusal(token(Assertions.request(Assertions.signed(claims().build(), stranger)))))
        .isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.2 − HS256 with the public key as the secret")
  void refusesHmac() throws JOSEException {
    byte[] publicKey = KEY.toRSAPublicKey().getEncoded();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY.getKeyID()).build();
    String assertion = Assertions.signed(header, claims().build(), new MACSigner(publicKey));

    assertThat(refusal(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.2 − alg none")
  void refusesUnsigned() {
    String assertion = new PlainJWT(claims().build()).serialize();

    assertThat(refusal(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.2 − an algorithm other than the registered one")
  void refusesOtherAlgorithm() throws JOSEException {
    JWSHeader header = Assertions.header(KEY).build();
    JWSHeader ps256 = new JWSHeader.Builder(JWSAlgorithm.PS256).keyID(header.getKeyID()).build();
    String assertion = Assertions.signed(ps256, claims().build(), new RSASSASigner(KEY));

    assertThat(refusal(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  @ParameterizedTest
  @DisplayName("F18.2 − a typ of something else")
  @ValueSource(strings = {"at+jwt", "dpop+jwt", "oauth-authz-req+jwt"})
  void refusesOtherTypes(String type) throws JOSEException {
    JWSHeader header = Assertions.header(KEY).type(new JOSEObjectType(type)).build();
    String assertion = Assertions.signed(header, claims().build(), new RSASSASigner(KEY));

    assertThat(refusal(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  @ParameterizedTest
  @DisplayName("F18.2 − what is no JWT")
  @ValueSource(strings = {"a", "a.b.c", "e30.e30.", "é.é.é"})
  void refusesWhatIsNoJwt(String assertion) {
    assertThat(refusal(token(Assertions.request(assertion)))).isEqualTo("401 invalid_client");
  }

  @Test
  @DisplayName("F18.2 − an assertion of no or another type")
  void refusesOtherAssertionType() {
    String assertion = Assertions.signed(claims().build(), KEY);
    String saml = "urn:ietf:params:oauth:client-assertion-type:saml2-bearer";

    assertThat(
            refusal(
                token(Requests.without(Assertions.request(assertion), "client_assertion_type"))))
        .isEqualTo("401 invalid_client");
    assertThat(
            refusal(
                token(Requests.with(Assertions.request(assertion), "client_assertion_type", saml))))
        .isEqualTo("401 invalid_client");
  }

  static Stream<Arguments> registeredKeys() {
    return Stream.of("m2mpkj", "webpkj")
        .flatMap(
            client ->
                Fixtures.privateKeys(client, "assertion").stream()
                    .map(key -> arguments(client, key.getKeyID(), key)));
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("F18.4 + the old key and the new one, each with the algorithm it is registered with")
  @MethodSource("registeredKeys")
  void takesBothKeys(String client, String keyId, RSAKey key) {
    JWTClaimsSet claims = Assertions.claims(client, server.issuer(), clock.instant()).build();
    HttpResponse<String> answer = token(Assertions.request(Assertions.signed(claims, key)));

    // webpkj has no such grant: to be told so, it must have been recognised.
    assertThat(answer.statusCode() == 200 ? "200" : refusal(answer))
        .isEqualTo(client.equals("m2mpkj") ? "200" : "400 unauthorized_client");
  }

  @Test
  @DisplayName("F18.4 + between them, every algorithm the metadata names")
  void hasKeysForEveryAlgorithm() {
    assertThat(
            registeredKeys().map(row -> ((RSAKey) row.get()[2]).getAlgorithm().getName()).toList())
        .contains("RS256", "RS384", "PS256");
  }

  @Test
  @DisplayName("F18.7 − a key registered for request objects is no key for assertions")
  void refusesRequestObjectKey() {
    RSAKey key = Fixtures.privateKeys("webpkj", "request").get(0);
    JWTClaimsSet claims = Assertions.claims("webpkj", server.issuer(), clock.instant()).build();

    assertThat(refusal(token(Assertions.request(Assertions.signed(claims, key)))))
        .isEqualTo("401 invalid_client");
  }

  private static JWTClaimsSet.Builder claims() {
    return Assertions.claims("m2mpkj", server.issuer(), clock.instant());
  }

  private static Date in(int seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }

  private HttpResponse<String> present(JWTClaimsSet claims) {
    return token(Assertions.request(Assertions.signed(claims, KEY)));
  }

  private static String refusal(HttpResponse<String> answer) {
    assertThat(answer.body().getBytes(UTF_8)).hasSizeLessThan(200);
    return answer.statusCode() + " " + Parsed.member(answer, "error");
  }
}
