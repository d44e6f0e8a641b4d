package io.bearergate.keys;

import java.security.interfaces.EdECPublicKey;

/**
 * Verifies EdDSA with Ed25519 or Ed448 (RFC 8037 §3.1, RFC 9864 §2.2). Immutable and thread-safe.
 */
final class EdwardsKey implements VerificationKey {

  private final JwsAlgorithm algorithm;
  private final SignatureVerifier verifier;

  private EdwardsKey(JwsAlgorithm algorithm, SignatureVerifier verifier) {
    this.algorithm = algorithm;
    this.verifier = verifier;
  }

  /** Tries the key once: the JDK finds out only then whether the octets are a point at all. */
  static EdwardsKey of(EdECPublicKey key, SignatureProviders providers) throws UnfitKey {
    if (SmallOrder.has(key)) {
      throw new UnfitKey("is a point of small order, under which anybody can sign");
    }
    JwsAlgorithm algorithm = JwsAlgorithm.valueOf(key.getParams().getName());
    SignatureVerifier verifier = new SignatureVerifier(algorithm, key, providers);
    if (!verifier.isReady()) {
      throw new UnfitKey("is a point that is not on its curve");
    }
    return new EdwardsKey(algorithm, verifier);
  }

  @Override
  public boolean verifies(JwsAlgorithm asked, byte[] signingInput, byte[] signature) {
    return (asked == JwsAlgorithm.EdDSA || asked == algorithm)
        && signature.length == signatureOctets()
        && verifier.verifies(signingInput, signature);
  }

  /** RFC 8032 §5.1.6, §5.2.6. The JDK's provider takes longer ones if what is beyond is zero. */
  private int signatureOctets() {
    return algorithm == JwsAlgorithm.Ed448 ? 114 : 64;
  }
}
