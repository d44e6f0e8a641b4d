package io.bearergate.keys;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Verifies RS256…RS512 and PS256…PS512 (RFC 7518 §3.3, §3.5). Immutable and thread-safe. */
final class RsaKey implements VerificationKey {

  /** RFC 7518 §3.3: "A key of size 2048 bits or larger MUST be used". */
  static final int LEAST_BITS = 2048;

  private static final int MOST_EXPONENT_BITS = 64;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final byte[] modulus;
  private final Map<JwsAlgorithm, SignatureVerifier> verifiers = new EnumMap<>(JwsAlgorithm.class);

  private RsaKey(RSAPublicKey key, SignatureProviders providers) {
    this.modulus = BigEndian.octets(key.getModulus(), (key.getModulus().bitLength() + 7) / 8);
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      if (algorithm.keyType().equals("RSA")) {
        verifiers.put(algorithm, new SignatureVerifier(algorithm, key, providers));
      }
    }
  }

  static RsaKey of(RSAPublicKey key, SignatureProviders providers) throws UnfitKey {
    BigInteger modulus = key.getModulus();
    if (modulus.bitLength() < LEAST_BITS) {
      throw new UnfitKey("is RSA of " + modulus.bitLength() + " bit, fewer than " + LEAST_BITS);
    }
    if (!modulus.testBit(0) || !isSound(key.getPublicExponent())) {
      throw new UnfitKey("has an RSA modulus or exponent that no key pair has");
    }
    return new RsaKey(key, providers);
  }

  private static boolean isSound(BigInteger exponent) {
    return exponent.testBit(0)
        && exponent.compareTo(THREE) >= 0
        && exponent.bitLength() <= MOST_EXPONENT_BITS;
  }

  /** RFC 8017 §8.1.2, §8.2.2: as long as the modulus, and (§5.2.2) below it. */
  @Override
  public boolean verifies(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    SignatureVerifier verifier = verifiers.get(algorithm);
    return verifier != null
        && signature.length == modulus.length
        && Arrays.compareUnsigned(signature, modulus) < 0
        && verifier.verifies(signingInput, signature);
  }
}
