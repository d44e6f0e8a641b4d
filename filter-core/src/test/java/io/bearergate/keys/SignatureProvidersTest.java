package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureProvidersTest {

  private static final TestKey SIGNER = TestJwks.RSA;

  private static SignatureProviders with(Class<? extends SignatureSpi> signature) {
    Provider faulty = new FaultyProvider(signature);
    return new SignatureProviders(new Accelerators(Map.of(JwsAlgorithm.RS256, faulty)));
  }

  private static VerificationKey key(SignatureProviders providers) throws UnfitKey {
    return RsaKey.of((RSAPublicKey) SIGNER.pair().getPublic(), providers);
  }

  private static boolean refusesAltered(VerificationKey key) {
    byte[] altered = TestJwks.signature(SIGNER);
    altered[9] ^= 1;
    return !key.verifies(JwsAlgorithm.RS256, TestJwks.input(), altered);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        FaultyProvider.Broken.class,
        FaultyProvider.Unlinked.class,
        FaultyProvider.Blaming.class
      })
  void asksTheJvmWhereAnAcceleratorDidNotJudge(Class<? extends SignatureSpi> fault)
      throws UnfitKey {
    assertThat(TestJwks.verifies(key(with(fault)), SIGNER)).isTrue();
    assertThat(refusesAltered(key(with(fault)))).isTrue();
  }

  @Test
  void dropsAnAcceleratorThatFailedAndSaysSoOnce() throws UnfitKey {
    SignatureProviders providers = with(FaultyProvider.Broken.class);
    VerificationKey key = key(providers);

    try (CapturedLog log = new CapturedLog()) {
      assertThat(TestJwks.verifies(key, SIGNER)).isTrue();
      assertThat(TestJwks.verifies(key, SIGNER)).isTrue();

      assertThat(log.warnings())
          .containsExactly(
              "Faulty 1 failed (java.lang.IllegalStateException); "
                  + "the JVM's providers verify from now on");
    }
    assertThat(providers.accelerators().areNone()).isTrue();
  }

  @Test
  void keepsAnAcceleratorThatBlamesASignature() throws UnfitKey {
    SignatureProviders providers = with(FaultyProvider.Blaming.class);

    assertThat(refusesAltered(key(providers))).isTrue();
    assertThat(providers.accelerators().areNone()).isFalse();
  }

  /** The key of a proof is the client's choice; it must not take the accelerator from the rest. */
  @Test
  void keepsAnAcceleratorThatDoesNotTakeAKey() throws Exception {
    BigInteger exponent = BigInteger.ONE.shiftLeft(63).add(BigInteger.ONE);
    BigInteger modulus = ((RSAPublicKey) SIGNER.pair().getPublic()).getModulus();
    RSAPublicKeySpec spec = new RSAPublicKeySpec(modulus, exponent);
    PublicKey odd = KeyFactory.getInstance("RSA").generatePublic(spec);

    for (Accelerators with : List.of(TestAccelerators.corretto(), TestAccelerators.conscrypt())) {
      SignatureProviders providers = new SignatureProviders(with);
      assertThat(providers.accelerated(with, JwsAlgorithm.RS256, odd)).isEmpty();
      assertThat(refusesAltered(RsaKey.of((RSAPublicKey) odd, providers))).isTrue();
      assertThat(providers.accelerators()).isSameAs(with);
    }
  }

  @Test
  void verifiesByTheAcceleratorOfTheAlgorithm() throws UnfitKey {
    assertThat(refusesAltered(key(with(FaultyProvider.Yes.class)))).isFalse();
  }
}
