package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;

/**
 * Verifies EdDSA with Ed25519 or Ed448 (RFC 8037 §3.1, RFC 9864 §2.2) by the JDK's own provider;
 * Nimbus would need Tink for it. Immutable and thread-safe.
 */
final class EdwardsKey implements VerificationKey {

  private final EdECPublicKey key;
  private final String curve;

  private EdwardsKey(EdECPublicKey key) {
    this.key = key;
    this.curve = key.getParams().getName();
  }

  /** Tries the key once: the JDK finds out only then whether the octets are a point at all. */
  static EdwardsKey of(EdECPublicKey key) throws UnfitKey {
    EdwardsKey made = new EdwardsKey(key);
    if (SmallOrder.has(key)) {
      throw new UnfitKey("is a point of small order, under which anybody can sign");
    }
    try {
      Signature.getInstance(made.curve).initVerify(key);
    } catch (GeneralSecurityException e) {
      throw new UnfitKey("is a point that is not on its curve");
    }
    return made;
  }

  @Override
  public boolean verifies(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature) {
    if (algorithm != JwsAlgorithm.EdDSA && !algorithm.curve().equals(curve)) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(curve);
      verifier.initVerify(key);
      verifier.update(signingInput);
      return signature.length == signatureOctets() && verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** RFC 8032 §5.1.6, §5.2.6. The JDK's provider takes longer ones if what is beyond is zero. */
  private int signatureOctets() {
    return curve.equals("Ed448") ? 114 : 64;
  }
}
