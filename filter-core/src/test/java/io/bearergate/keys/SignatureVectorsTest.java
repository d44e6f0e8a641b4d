package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every algorithm by every provider: the same signatures, and the same answer of each. */
class SignatureVectorsTest {

  private static final byte[] INPUT = TestJwks.input();
  private static final String SHA256_INFO = "3031300d060960864801650304020105000420";
  private static final BigInteger ORDER_25519 =
      new BigInteger("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16);

  private static VerificationKey key(
      PublicKey key, JwsAlgorithm algorithm, SignatureProviders providers) throws UnfitKey {
    if (key instanceof RSAPublicKey rsa) {
      return RsaKey.of(rsa, providers);
    }
    return key instanceof ECPublicKey ec
        ? EcKey.of(ec, algorithm, providers)
        : EdwardsKey.of((EdECPublicKey) key, providers);
  }

  /** The answer of them all. */
  static void assertAnswer(
      boolean expected, PublicKey publicKey, String name, byte[] input, byte[] signature)
      throws UnfitKey {
    JwsAlgorithm algorithm = JwsAlgorithm.valueOf(name);
    for (SignatureProviders providers : TestAccelerators.all()) {
      assertThat(key(publicKey, algorithm, providers).verifies(algorithm, input, signature))
          .as("%s; %s", name, providers.accelerators().describe())
          .isEqualTo(expected);
      assertThat(providers.accelerators().byAlgorithm())
          .as("none was dropped")
          .satisfiesAnyOf(left -> assertThat(left).isEmpty(), left -> assertThat(left).hasSize(10));
    }
  }

  private static void assertRefused(TestKey signer, byte[] signature) throws UnfitKey {
    assertAnswer(false, signer.pair().getPublic(), signer.algorithm(), INPUT, signature);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519",
        "Ed448"
      })
  void takesAGoodSignatureAndNoneAltered(String algorithm) throws UnfitKey {
    TestKey signer = TestKey.generate(algorithm, "k");
    byte[] good = signer.signature(INPUT);
    PublicKey key = signer.pair().getPublic();

    assertAnswer(true, key, algorithm, INPUT, good);
    assertAnswer(
        false,
        key,
        algorithm,
        "eyJh.eyJj".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        good);
    assertAnswer(
        false, TestKey.generate(algorithm, "o").pair().getPublic(), algorithm, INPUT, good);
    for (int at : new int[] {0, good.length / 2, good.length - 1}) {
      byte[] flipped = good.clone();
      flipped[at] ^= 1;
      assertRefused(signer, flipped);
    }
    for (int length : new int[] {0, 1, good.length - 1, good.length + 1, good.length + 64}) {
      assertRefused(signer, Arrays.copyOf(good, length));
    }
    byte[] ones = new byte[good.length];
    Arrays.fill(ones, (byte) 0xff);
    assertRefused(signer, ones);
    assertRefused(signer, new byte[good.length]);
  }

  @ParameterizedTest
  @CsvSource({"RS256, RS384", "RS512, RS256", "PS256, PS384", "PS512, RS512", "RS256, PS256"})
  void takesNoRsaSignatureUnderAnotherAlgorithm(String signed, String asked) throws UnfitKey {
    TestKey signer = TestKey.generate(signed, "k");

    assertAnswer(false, signer.pair().getPublic(), asked, INPUT, signer.signature(INPUT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void takesEcdsaWithinItsRangeOnly(String algorithm) throws UnfitKey {
    TestKey signer = TestKey.generate(algorithm, "k");
    byte[] good = signer.signature(INPUT);
    int half = good.length / 2;
    BigInteger n = ((ECPublicKey) signer.pair().getPublic()).getParams().getOrder();
    byte[] order = BigEndian.octets(n, half);
    byte[] r = Arrays.copyOf(good, half);
    byte[] s = Arrays.copyOfRange(good, half, good.length);

    for (byte[] other : List.of(new byte[half], order)) {
      assertRefused(signer, joined(other, s));
      assertRefused(signer, joined(r, other));
      assertRefused(signer, joined(other, other));
    }
    assertRefused(signer, joined(s, r));
    assertRefused(signer, joined(BigEndian.octets(BigInteger.ONE, half), s));
  }

  /** RFC 7518 §3.4 asks for no low s, so either of the two is good. */
  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "ES512"})
  void takesTheOtherSOfEcdsa(String algorithm) throws UnfitKey {
    TestKey signer = TestKey.generate(algorithm, "k");
    byte[] good = signer.signature(INPUT);
    int half = good.length / 2;
    BigInteger n = ((ECPublicKey) signer.pair().getPublic()).getParams().getOrder();
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, half, good.length));
    byte[] other = joined(Arrays.copyOf(good, half), BigEndian.octets(n.subtract(s), half));

    assertAnswer(true, signer.pair().getPublic(), algorithm, INPUT, other);
  }

  @ParameterizedTest
  @CsvSource({"ES256, SHA256", "ES384, SHA384", "ES512, SHA512"})
  void takesNoDer(String algorithm, String hash) throws Exception {
    TestKey signer = TestKey.generate(algorithm, "k");
    Signature der = Signature.getInstance(hash + "withECDSA");
    der.initSign(signer.pair().getPrivate());
    der.update(INPUT);

    assertRefused(signer, der.sign());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 31, 33, 222})
  void takesNoOtherLengthOfSalt(int salt) throws Exception {
    TestKey signer = TestKey.generate("PS256", "k");
    Signature other = Signature.getInstance("RSASSA-PSS");
    other.initSign(signer.pair().getPrivate());
    other.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", new MGF1ParameterSpec("SHA-256"), salt, 1));
    other.update(INPUT);

    assertRefused(signer, other.sign());
  }

  /** Padding cut short, and what follows the hash free (CVE-2006-4339), for exponent 3. */
  @ParameterizedTest
  @ValueSource(strings = {"00", "ffffffffffffffff00", "ffffffffffffffffffffffff00"})
  void takesNoCubeRootOfALaxPadding(String padding) throws Exception {
    RSAPublicKey key = (RSAPublicKey) rsa(RSAKeyGenParameterSpec.F0).getPublic();
    String block = "0001" + padding + SHA256_INFO + HexFormat.of().formatHex(sha("SHA-256", INPUT));
    byte[] octets = Arrays.copyOf(HexFormat.of().parseHex(block), 256);
    Arrays.fill(octets, block.length() / 2, 256, (byte) 0x7f);
    byte[] forged = BigEndian.octets(cubeRoot(new BigInteger(1, octets)), 256);

    assertAnswer(false, key, "RS256", INPUT, forged);
  }

  private static BigInteger cubeRoot(BigInteger number) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ONE.shiftLeft(number.bitLength() / 3 + 1);
    while (low.add(BigInteger.ONE).compareTo(high) < 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      if (middle.pow(3).compareTo(number) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** Made with the private key, so that nothing but the form is wrong. */
  @ParameterizedTest
  @CsvSource({
    "block type 2, 0002, " + SHA256_INFO,
    "hash of another name, 0001, 3031300d060960864801650304020205000420",
    "no DigestInfo, 0001, ''",
    "length in long form, 0001, 308131300d060960864801650304020105000420"
  })
  void takesNoOtherPkcs1Block(String what, String type, String info) throws Exception {
    KeyPair pair = rsa(RSAKeyGenParameterSpec.F4);

    assertAnswer(false, pair.getPublic(), "RS256", INPUT, signedBlock(pair, type, info));
  }

  /** RFC 8017 §9.2 wants the NULL; only the JVM does without. Nobody but the issuer can. */
  @Test
  void takesNoPkcs1WithoutItsNullButByTheJvm() throws Exception {
    KeyPair pair = rsa(RSAKeyGenParameterSpec.F4);
    byte[] signature = signedBlock(pair, "0001", "302f300b06096086480165030402010420");

    for (SignatureProviders providers : TestAccelerators.all()) {
      VerificationKey key = key(pair.getPublic(), JwsAlgorithm.RS256, providers);
      assertThat(key.verifies(JwsAlgorithm.RS256, INPUT, signature))
          .as(providers.accelerators().describe())
          .isEqualTo(providers.accelerators().areNone());
    }
  }

  private static byte[] signedBlock(KeyPair pair, String type, String info)
      throws GeneralSecurityException {
    String tail = info + HexFormat.of().formatHex(sha("SHA-256", INPUT));
    String block = type + "ff".repeat(256 - 3 - tail.length() / 2) + "00" + tail;
    RSAPrivateKey key = (RSAPrivateKey) pair.getPrivate();
    BigInteger signed =
        new BigInteger(block, 16).modPow(key.getPrivateExponent(), key.getModulus());
    return BigEndian.octets(signed, 256);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void takesNoEd25519ScalarThatIsNotReduced(int orders) throws UnfitKey {
    TestKey signer = TestKey.generate("Ed25519", "k");
    byte[] good = signer.signature(INPUT);
    BigInteger more =
        littleEndian(Arrays.copyOfRange(good, 32, 64))
            .add(ORDER_25519.multiply(BigInteger.valueOf(orders)));

    assertRefused(signer, joined(Arrays.copyOf(good, 32), reversed(BigEndian.octets(more, 32))));
  }

  /**
   * R is the neutral element: once as RFC 8032 encodes it, and in two spellings that it forbids.
   */
  @ParameterizedTest
  @CsvSource({
    "0100000000000000000000000000000000000000000000000000000000000000, true",
    "0100000000000000000000000000000000000000000000000000000000000080, false",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f, false",
  })
  void takesNoEd25519PointInAnotherSpelling(String point, boolean taken) throws Exception {
    TestKey signer = TestKey.generate("Ed25519", "k");
    byte[] r = HexFormat.of().parseHex(point);
    EdECPublicKey key = (EdECPublicKey) signer.pair().getPublic();
    byte[] encoded = key.getEncoded();
    byte[] a = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    byte[] seed = ((EdECPrivateKey) signer.pair().getPrivate()).getBytes().orElseThrow();
    byte[] secret = Arrays.copyOf(sha("SHA-512", seed), 32);
    secret[0] &= (byte) 248;
    secret[31] = (byte) ((secret[31] & 127) | 64);
    BigInteger k = littleEndian(sha("SHA-512", joined(joined(r, a), INPUT)));
    BigInteger s = k.multiply(littleEndian(secret)).mod(ORDER_25519);

    assertAnswer(taken, key, "Ed25519", INPUT, joined(r, reversed(BigEndian.octets(s, 32))));
  }

  private static KeyPair rsa(BigInteger exponent) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(2048, exponent));
    return generator.generateKeyPair();
  }

  private static byte[] sha(String name, byte[] octets) throws GeneralSecurityException {
    return MessageDigest.getInstance(name).digest(octets);
  }

  private static BigInteger littleEndian(byte[] octets) {
    return new BigInteger(1, reversed(octets));
  }

  private static byte[] reversed(byte[] octets) {
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[i] = octets[octets.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
