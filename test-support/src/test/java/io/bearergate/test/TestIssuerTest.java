package io.bearergate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestIssuerExtension.class)
class TestIssuerTest {

  @Test
  void signsWithAKeyOfItsPublishedSet(TestIssuer issuer) throws Exception {
    SignedJWT token = SignedJWT.parse(issuer.token(t -> t));
    JWKSet published = JWKSet.parse(read(issuer.jwksUri()));

    JWSVerifier verifier = new RSASSAVerifier(published.getKeyByKeyId("key-1").toRSAKey());
    assertThat(token.verify(verifier)).isTrue();
  }

  @Test
  void hasNoKeyOfItsNeighbour(TestIssuer issuer) {
    try (TestIssuer other = TestIssuer.start()) {
      assertThat(other.key().thumbprint()).isNotEqualTo(issuer.key().thumbprint());
    }
  }

  @Test
  void namesItselfInItsMetadataAsInItsTokens(TestIssuer issuer) throws Exception {
    String metadata = read(URI.create(issuer.issuer() + ".well-known/openid-configuration"));

    assertThat(JSONObjectUtils.parse(metadata)).containsEntry("issuer", issuer.issuer());
    assertThat(SignedJWT.parse(issuer.token(t -> t)).getJWTClaimsSet().getIssuer())
        .isEqualTo(issuer.issuer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void signsWithTheKeyAddedLast(String algorithm) throws Exception {
    try (TestIssuer issuer = TestIssuer.start()) {
      issuer.add(TestKey.generate(algorithm, "key-2"));
      SignedJWT token = SignedJWT.parse(issuer.token(t -> t));
      JWKSet published = JWKSet.parse(issuer.jwks());

      assertThat(token.getHeader().getKeyID()).isEqualTo("key-2");
      assertThat(token.verify(new ECDSAVerifier(published.getKeyByKeyId("key-2").toECKey())))
          .isTrue();
    }
  }

  @Test
  void publishesNoPrivateMember(TestIssuer issuer) {
    issuer.add(TestKey.generate("ES256", "key-2"));
    issuer.add(TestKey.generate("Ed25519", "key-3"));

    assertThat(issuer.jwks()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
  }

  @Test
  void stampsTokensByItsClock() throws Exception {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    try (TestIssuer issuer = TestIssuer.start(InstantSource.fixed(now))) {
      assertThat(SignedJWT.parse(issuer.token(t -> t)).getJWTClaimsSet().getIssueTime())
          .isEqualTo(now);
    }
  }

  @Test
  void encryptsASignedTokenToTheApi(TestIssuer issuer) throws Exception {
    TestDecryptionKey key = TestDecryptionKey.generate("RSA-OAEP-256", "vault");

    JWEObject jwe = JWEObject.parse(issuer.token(t -> t.subject("bob").encryptedTo(key)));
    jwe.decrypt(
        new RSADecrypter(
            JWKSet.parse(TestDecryptionKey.privateJwks(key)).getKeyByKeyId("vault").toRSAKey()));

    assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
    assertThat(jwe.getPayload().toSignedJWT().getJWTClaimsSet().getSubject()).isEqualTo("bob");
  }

  @Test
  void countsHowOftenItsKeysWereAskedFor(TestIssuer issuer) throws Exception {
    read(issuer.jwksUri());
    read(issuer.jwksUri());

    assertThat(issuer.jwksFetches()).isEqualTo(2);
  }

  @Test
  void freesItsPortWhenClosed() {
    TestIssuer issuer = TestIssuer.start();
    issuer.close();

    assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> read(issuer.jwksUri()));
  }

  private static String read(URI address) throws IOException {
    try (var body = address.toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
