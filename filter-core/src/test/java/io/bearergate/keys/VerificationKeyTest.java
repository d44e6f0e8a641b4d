package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import io.bearergate.test.TestKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationKeyTest {

  private static VerificationKey keyOf(TestKey key) {
    KeyLookup found =
        FixedJwks.parse(TestJwks.of(key), 1).keysFor(key.keyId(), TestJwks.algorithm(key));
    return ((KeyLookup.Found) found).keys().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 65537, true",
    "4096, 4294967295, true",
    "4104, 65537, false",
    "16384, 65537, false",
    "2048, 4294967297, false",
  })
  @DisplayName("RS.11 − a holder's RSA key that is a burden to verify with")
  void takesNoHolderKeyThatCostsTooMuch(int bits, long exponent, boolean taken) {
    BigInteger modulus = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    Map<String, Object> jwk =
        Map.of(
            "kty", "RSA",
            "n", Base64URL.encode(modulus).toString(),
            "e", Base64URL.encode(BigInteger.valueOf(exponent)).toString());

    assertThat(VerificationKey.ofHolder(jwk, JwsAlgorithm.RS256).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
        "Ed25519", "Ed448"
      })
  void verifiesOnlyWhatWasSigned(String algorithm) {
    TestKey signer = TestKey.generate(algorithm, "k");
    VerificationKey key = keyOf(signer);
    byte[] changedInput = TestJwks.input();
    changedInput[0] ^= 1;
    byte[] changed = signer.signature(TestJwks.input());
    changed[changed.length / 2] ^= 1;
    JwsAlgorithm named = TestJwks.algorithm(signer);

    assertThat(TestJwks.verifies(key, signer)).isTrue();
    assertThat(key.verifies(named, changedInput, TestJwks.signature(signer))).isFalse();
    assertThat(key.verifies(named, TestJwks.input(), changed)).isFalse();
    assertThat(TestJwks.verifies(key, TestKey.generate(algorithm, "k"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS256", "ES256", "ES384", "ES512", "EdDSA", "Ed448"})
  void answersFalseForEveryOtherAlgorithm(String algorithm) {
    TestKey signer = TestKey.generate(algorithm, "k");
    VerificationKey key = keyOf(signer);

    for (JwsAlgorithm other : JwsAlgorithm.values()) {
      boolean sameFamily = other.name().startsWith("Ed") && algorithm.startsWith("Ed");
      if (!other.name().equals(algorithm) && !sameFamily) {
        assertThat(key.verifies(other, TestJwks.input(), TestJwks.signature(signer)))
            .as("%s as %s", algorithm, other)
            .isFalse();
      }
    }
  }

  @Test
  void verifiesEdwardsSignatureUnderBothItsNames() {
    VerificationKey key = keyOf(TestJwks.ED);

    assertThat(TestJwks.verifies(key, TestJwks.ED.as("Ed25519", "ed"))).isTrue();
    assertThat(TestJwks.verifies(key, TestJwks.ED.as("Ed448", "ed"))).isFalse();
  }

  @Test
  void verifiesTheExampleOfRfc8037() {
    String jwks =
        "{'keys':[{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'}]}"
            .replace('\'', '"');
    byte[] input =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] signature =
        Base64.getUrlDecoder()
            .decode(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");

    KeyLookup.Found found =
        (KeyLookup.Found) FixedJwks.parse(jwks, 1).keysFor(null, JwsAlgorithm.EdDSA);

    assertThat(found.keys().get(0).verifies(JwsAlgorithm.EdDSA, input, signature)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void refusesEcdsaSignaturesOutOfRange(String algorithm) {
    TestKey signer = TestKey.generate(algorithm, "k");
    VerificationKey key = keyOf(signer);
    byte[] good = signer.signature(TestJwks.input());
    int half = good.length / 2;
    byte[] order = order(signer, half);
    byte[] zero = new byte[half];

    for (byte[] r : new byte[][] {zero, order, Arrays.copyOf(good, half)}) {
      for (byte[] s : new byte[][] {zero, order}) {
        byte[] forged = Arrays.copyOf(r, good.length);
        System.arraycopy(s, 0, forged, half, half);
        assertThat(refused(key, signer, forged)).isTrue();
        assertThat(refused(key, signer, swapped(forged, half))).isTrue();
      }
    }
  }

  private static byte[] swapped(byte[] signature, int half) {
    byte[] swapped = Arrays.copyOfRange(signature, half, 3 * half);
    System.arraycopy(signature, 0, swapped, half, half);
    return swapped;
  }

  private static byte[] order(TestKey signer, int length) {
    BigInteger order =
        ((java.security.interfaces.ECPublicKey) signer.pair().getPublic()).getParams().getOrder();
    byte[] octets = order.toByteArray();
    byte[] padded = new byte[length];
    int from = octets[0] == 0 ? 1 : 0;
    System.arraycopy(octets, from, padded, length - octets.length + from, octets.length - from);
    return padded;
  }

  private static boolean refused(VerificationKey key, TestKey signer, byte[] signature) {
    return !key.verifies(TestJwks.algorithm(signer), TestJwks.input(), signature);
  }

  @Test
  void refusesEdwardsSignatureWhoseScalarIsNotReduced() {
    byte[] signature = TestJwks.ED.signature(TestJwks.input());
    BigInteger order =
        new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);
    byte[] scalar = reversed(Arrays.copyOfRange(signature, 32, 64));
    byte[] more =
        reversed(Arrays.copyOf(reversed(new BigInteger(1, scalar).add(order).toByteArray()), 32));
    System.arraycopy(reversed(more), 0, signature, 32, 32);

    assertThat(refused(keyOf(TestJwks.ED), TestJwks.ED, signature)).isTrue();
  }

  private static byte[] reversed(byte[] octets) {
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[i] = octets[octets.length - 1 - i];
    }
    return reversed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512", "ES256", "ES512", "EdDSA", "Ed448"})
  void answersFalseWhateverTheSignatureHolds(String algorithm) {
    TestKey signer = TestKey.generate(algorithm, "k");
    VerificationKey key = keyOf(signer);
    Random random = new Random(7);

    for (int length :
        new int[] {0, 1, 2, 3, 31, 63, 64, 65, 96, 114, 131, 132, 133, 255, 256, 257}) {
      byte[] any = new byte[length];
      random.nextBytes(any);
      assertThat(refused(key, signer, any)).isTrue();
      Arrays.fill(any, (byte) 0xff);
      assertThat(refused(key, signer, any)).isTrue();
      assertThat(refused(key, signer, new byte[length])).isTrue();
    }
    assertThat(refused(key, signer, new byte[20_000])).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Ed25519, AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "Ed25519, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "Ed25519, 7P_______________________________________38",
    "Ed25519, JuiVj8KyJ7BFw_SJ8u-Y8NXfrAXTxjM5sTgCiG1T_AU",
    "Ed25519, xxdqcD1N2E-6PAt2DRBnDyogU_osOczGTsf9d5KsA3o",
    "Ed448, AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  })
  void takesNoPointOfSmallOrderSinceAnybodyCanSignUnderIt(String curve, String x) {
    String jwks = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"%s\",\"x\":\"%s\"}]}".formatted(curve, x);

    assertThatThrownBy(() -> FixedJwks.parse(jwks, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("small order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed448"})
  void answersFalseForAGoodSignatureLengthenedByZeros(String algorithm) {
    TestKey signer = TestKey.generate(algorithm, "k");
    VerificationKey key = keyOf(signer);
    byte[] good = signer.signature(TestJwks.input());

    assertThat(refused(key, signer, Arrays.copyOf(good, good.length + 1))).isTrue();
    assertThat(refused(key, signer, Arrays.copyOf(good, good.length + 50))).isTrue();
  }

  @Test
  void answersFalseForDerInPlaceOfTheJwsForm() {
    byte[] der = HexFormat.of().parseHex("3006020101020101");

    assertThat(refused(keyOf(TestJwks.EC), TestJwks.EC, der)).isTrue();
  }
}
