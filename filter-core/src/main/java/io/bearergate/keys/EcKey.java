package io.bearergate.keys;

import com.nimbusds.jose.crypto.utils.ECChecks;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/**
 * Verifies the one ECDSA algorithm of its curve (RFC 7518 §3.4, RFC 8812 §3.2). Immutable and
 * thread-safe.
 *
 * <p>No provider sees a signature of the wrong length, or one whose {@code r} or {@code s} is zero
 * or not below the group order (CVE-2022-21449, "psychic signatures").
 */
final class EcKey implements VerificationKey {

  private final JwsAlgorithm algorithm;
  private final byte[] order;
  private final SignatureVerifier verifier;

  private EcKey(ECPublicKey key, JwsAlgorithm algorithm, SignatureProviders providers) {
    BigInteger n = key.getParams().getOrder();
    this.algorithm = algorithm;
    this.order = BigEndian.octets(n, (n.bitLength() + 7) / 8);
    this.verifier = new SignatureVerifier(algorithm, key, providers);
  }

  static EcKey of(ECPublicKey key, JwsAlgorithm algorithm, SignatureProviders providers)
      throws UnfitKey {
    if (!ECChecks.isPointOnCurve(key, key.getParams())) {
      throw new UnfitKey("is a point that is not on its curve");
    }
    return new EcKey(key, algorithm, providers);
  }

  @Override
  public boolean verifies(JwsAlgorithm asked, byte[] signingInput, byte[] signature) {
    return asked == algorithm
        && signature.length == 2 * order.length
        && isInRange(signature, 0)
        && isInRange(signature, order.length)
        && verifier.verifies(signingInput, signature);
  }

  /** FIPS 186-5 §6.4.2: from 1 to n - 1. */
  private boolean isInRange(byte[] signature, int from) {
    int to = from + order.length;
    if (Arrays.compareUnsigned(signature, from, to, order, 0, order.length) >= 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (signature[i] != 0) {
        return true;
      }
    }
    return false;
  }
}
