package io.bearergate.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumMap;
import java.util.Map;

/** Verifies RS256…RS512 and PS256…PS512 (RFC 7518 §3.3, §3.5). Immutable and thread-safe. */
final class RsaKey implements VerificationKey {

  /** RFC 7518 §3.3: "A key of size 2048 bits or larger MUST be used". */
  static final int LEAST_BITS = 2048;

  private static final int MOST_EXPONENT_BITS = 64;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final RSASSAVerifier verifier;
  private final Map<JwsAlgorithm, JWSHeader> headers = new EnumMap<>(JwsAlgorithm.class);

  private RsaKey(RSASSAVerifier verifier) {
    this.verifier = verifier;
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      if (algorithm.keyType().equals("RSA")) {
        headers.put(algorithm, new JWSHeader(JWSAlgorithm.parse(algorithm.name())));
      }
    }
  }

  static RsaKey of(RSAPublicKey key) throws UnfitKey {
    BigInteger modulus = key.getModulus();
    if (modulus.bitLength() < LEAST_BITS) {
      throw new UnfitKey("is RSA of " + modulus.bitLength() + " bit, fewer than " + LEAST_BITS);
    }
    if (!modulus.testBit(0) || !isSound(key.getPublicExponent())) {
      throw new UnfitKey("has an RSA modulus or exponent that no key pair has");
    }
    return new RsaKey(new RSASSAVerifier(key));
  }

  private static boolean isSound(BigInteger exponent) {
    return exponent.testBit(0)
        && exponent.compareTo(THREE) >= 0
        && exponent.bitLength() <= MOST_EXPONENT_BITS;
  }

  @Override
  public boolean verifies(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    JWSHeader header = headers.get(algorithm);
    if (header == null) {
      return false;
    }
    try {
      return verifier.verify(header, signingInput, Base64URL.encode(signature));
    } catch (JOSEException e) {
      return false;
    }
  }
}
