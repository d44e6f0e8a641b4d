package io.bearergate.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestProofTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final TestKey holder = TestKey.generate("ES256", "holder");

  private TestProof proof() {
    return TestProof.of(holder, "GET", "https://api.example.com/a", "token", NOW);
  }

  @Test
  void isSignedByTheKeyItBrings() throws Exception {
    SignedJWT proof = SignedJWT.parse(proof().compact());
    ECKey brought = proof.getHeader().getJWK().toECKey();

    assertThat(proof.verify(new ECDSAVerifier(brought))).isTrue();
    assertThat(brought.isPrivate()).isFalse();
    assertThat(brought.computeThumbprint()).hasToString(holder.thumbprint());
  }

  @Test
  void isForOneRequestAndToken() throws Exception {
    SignedJWT proof = SignedJWT.parse(proof().compact());

    assertThat(proof.getHeader().getType()).hasToString("dpop+jwt");
    assertThat(proof.getJWTClaimsSet().getStringClaim("htm")).isEqualTo("GET");
    assertThat(proof.getJWTClaimsSet().getStringClaim("htu"))
        .isEqualTo("https://api.example.com/a");
    assertThat(proof.getJWTClaimsSet().getStringClaim("ath"))
        .isEqualTo("PEaenWxYddN6Q_NT1PiOYfz4EsZu7jRXRlpAsNpBU-A");
    assertThat(proof.getJWTClaimsSet().getIssueTime().toInstant()).isEqualTo(NOW);
  }

  @Test
  void isAnotherOneEveryTime() throws Exception {
    assertThat(SignedJWT.parse(proof().compact()).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(SignedJWT.parse(proof().compact()).getJWTClaimsSet().getJWTID());
  }

  @Test
  void canBeSpoiled() throws Exception {
    TestKey stranger = TestKey.generate("ES256", "stranger");
    SignedJWT proof =
        SignedJWT.parse(proof().header("typ", "JWT").without("ath").signedWith(stranger).compact());

    assertThat(proof.getHeader().getType()).hasToString("JWT");
    assertThat(proof.getJWTClaimsSet().getClaim("ath")).isNull();
    assertThat(proof.verify(new ECDSAVerifier(proof.getHeader().getJWK().toECKey()))).isFalse();
  }

  @Test
  void goesWithATokenBoundToItsKey() throws Exception {
    try (TestIssuer issuer = TestIssuer.start(() -> NOW)) {
      SignedJWT token = SignedJWT.parse(issuer.token(t -> t.boundTo(holder)));

      assertThat(token.getJWTClaimsSet().getJSONObjectClaim("cnf"))
          .isEqualTo(Map.of("jkt", holder.thumbprint()));
    }
  }
}
