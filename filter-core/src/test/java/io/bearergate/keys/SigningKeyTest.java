package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.bearergate.test.TestKey;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

  @ParameterizedTest
  @CsvSource({"RS256, RS256", "ES256, ES256", "ES384, ES384", "ES512, ES512"})
  void signsWithAPemKeyAsItsTypeWants(String type, String algorithm) throws Exception {
    TestKey key = TestKey.generate(type, "own");

    SignedJWT jwt = signed(pem(key));

    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(jwt.verify(verifier(JWK.parse(key.publicJwk())))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS512", "PS256"})
  void signsWithAJwkAsItsAlgSays(String algorithm) throws Exception {
    RSAKey key =
        new RSAKeyGenerator(2048)
            .keyID("own \"1\"")
            .algorithm(JWSAlgorithm.parse(algorithm))
            .generate();

    SignedJWT jwt = signed(set(key));

    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(jwt.getHeader().getKeyID()).isEqualTo("own \"1\"");
    assertThat(jwt.verify(verifier(key))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("api");
  }

  @Test
  void refusesAnAlgThatDoesNotGoWithTheKey() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).algorithm(JWSAlgorithm.ES512).generate();

    assertRefused(set(key));
  }

  @Test
  void refusesAKeyWithoutPrivateHalf() throws Exception {
    assertRefused(set(new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()));
  }

  @Test
  void refusesOtherCurvesAndTypes() {
    assertRefused( // RFC 8037 appendix A.1
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}");
    assertRefused(
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXM\"}]}");
  }

  @Test
  void refusesTwoKeysAndNone() throws Exception {
    TestKey key = TestKey.generate("ES256", "own");

    assertRefused(pem(key) + pem(key));
    assertRefused("{\"keys\":[]}");
  }

  @Test
  void showsNothingOfTheKey() {
    assertThat(SigningKey.parse(pem(TestKey.generate("ES256", "own")))).hasToString("SigningKey");
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> SigningKey.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret").doesNotContain("\""));
  }

  private static SignedJWT signed(String key) throws Exception {
    return SignedJWT.parse(SigningKey.parse(key).sign(Map.of("iss", "api")));
  }

  private static JWSVerifier verifier(JWK key) throws Exception {
    return key instanceof RSAKey rsa
        ? new RSASSAVerifier(rsa.toRSAPublicKey())
        : new ECDSAVerifier(key.toECKey());
  }

  private static String set(JWK key) {
    return "{\"keys\":[" + key.toJSONString() + "]}";
  }

  private static String pem(TestKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.pair().getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }
}
