package io.bearergate.keys;

import static io.bearergate.keys.SignatureVectorsTest.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bearergate.test.TestKey;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of the right length and range, which our own checks let through to the provider. */
class WellFormedSignaturesTest {

  private static final byte[] INPUT = TestJwks.input();
  private static final String X509_OF_ED25519 = "302a300506032b6570032100";

  /**
   * Keys and points with a part of small order. RFC 8032 §5.1.7 lets a verifier multiply by the
   * cofactor or not; none of these does. Vectors 2 to 5 of "Taming the many EdDSAs".
   */
  @ParameterizedTest
  @CsvSource({
    "true, f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43,"
        + " aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab,"
        + " c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
        + "8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
    "true, cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,"
        + " 9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79,"
        + " 9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f"
        + "87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
    "false, cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,"
        + " e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c,"
        + " 160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed512"
        + "5ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
    "false, cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d,"
        + " e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c,"
        + " 21122a84e0b5fca4052f5b1235c80a537878b38f3142356b2c2384ebad4668b7"
        + "e40bc836dac0f71076f9abe3a53f9c03c1ceeeddb658d0030494ace586687405"
  })
  void answersAlikeForEd25519OfMixedOrder(boolean taken, String key, String input, String signature)
      throws Exception {
    HexFormat hex = HexFormat.of();
    PublicKey mixed =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(hex.parseHex(X509_OF_ED25519 + key)));

    assertAnswer(taken, mixed, "Ed25519", hex.parseHex(input), hex.parseHex(signature));
  }

  /** r such that the point to compare with is the neutral element: none but the signer finds it. */
  @Test
  void takesNoEcdsaWhosePointIsAtInfinity() throws Exception {
    KeyPair pair = TestKey.generate("ES256", "k").pair();
    ECPrivateKey key = (ECPrivateKey) pair.getPrivate();
    BigInteger n = key.getParams().getOrder();
    BigInteger hash = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(INPUT));
    BigInteger r = hash.negate().multiply(key.getS().modInverse(n)).mod(n);
    byte[] signature = Arrays.copyOf(BigEndian.octets(r, 32), 64);
    signature[63] = 7;

    assertAnswer(false, pair.getPublic(), "ES256", INPUT, signature);
  }

  /** Or the JVM would be asked as well, and a bad token would cost two signatures. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519"
      })
  void areJudgedByTheAcceleratorAndNotOnlyStumbledOver(String name) {
    JwsAlgorithm algorithm = JwsAlgorithm.valueOf(name);
    PublicKey key = TestKey.generate(name, "k").pair().getPublic();
    Random random = new Random(1);
    for (Accelerators of : List.of(TestAccelerators.corretto(), TestAccelerators.conscrypt())) {
      PreparedKey prepared =
          PreparedKey.of(of.byAlgorithm().get(algorithm), algorithm, key).orElseThrow();
      for (int i = 0; i < 50; i++) {
        byte[] signature = wellFormed(key, name, random);
        assertThatCode(() -> assertThat(prepared.verifies(INPUT, signature)).isFalse())
            .doesNotThrowAnyException();
      }
    }
  }

  /** Random, but for the highest bits: below modulus, group order or 2^252. */
  private static byte[] wellFormed(PublicKey key, String name, Random random) {
    if (key instanceof RSAPublicKey rsa) {
      return BigEndian.octets(new BigInteger(rsa.getModulus().bitLength() - 1, random), 256);
    }
    int half = name.equals("ES512") ? 66 : name.equals("ES384") ? 48 : 32;
    byte[] signature = new byte[2 * half];
    random.nextBytes(signature);
    signature[0] = 0;
    signature[half] = 0;
    if (name.equals("Ed25519")) {
      signature[63] = 0;
    }
    return signature;
  }
}
