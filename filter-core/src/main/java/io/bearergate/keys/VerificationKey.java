package io.bearergate.keys;

import java.util.Map;
import java.util.Optional;

/** One public key of an issuer, made ready to verify signatures. Immutable and thread-safe. */
public interface VerificationKey {

  /**
   * Whether {@code signature} was made over {@code signingInput} with this key's private half.
   *
   * @param algorithm one that the key was found for
   * @param signingInput the ASCII octets of {@code header.payload} (RFC 7515 §5.2)
   * @param signature the octets that the third part of the token stands for
   * @return false too when the signature has the wrong length or form; never throws for what a
   *     token can contain
   */
  boolean verifies(JwsAlgorithm algorithm, byte[] signingInput, byte[] signature);

  /**
   * The key that the holder of a token brings along (RFC 9449 §4.2). It is believed for nothing but
   * that its private half made a signature.
   *
   * @param jwk a JSON object as parsed
   * @return empty unless it is a public key, strong enough, of the type that {@code algorithm}
   *     signs with, and no RSA key of more than 4096 bit
   */
  static Optional<VerificationKey> ofHolder(Map<String, Object> jwk, JwsAlgorithm algorithm) {
    try {
      PublishedKey key = new JsonWebKey(jwk).brought();
      return key.algorithms().contains(algorithm) ? Optional.of(key.key()) : Optional.empty();
    } catch (UnfitKey e) {
      return Optional.empty();
    }
  }
}
