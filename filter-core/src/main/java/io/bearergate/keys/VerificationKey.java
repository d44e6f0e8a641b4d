package io.bearergate.keys;

/** One public key of an issuer, made ready to verify signatures. Immutable and thread-safe. */
public interface VerificationKey {

  /**
   * Whether {@code signature} was made over {@code signingInput} with this key's private half.
   *
   * @param algorithm one that the key was found for
   * @param signingInput the ASCII octets of {@code header.payload} (RFC 7515 §5.2)
   * @param signature the third part of the token as sent, already known to be strict base64url
   * @return false too when the signature has the wrong length or form; never throws for what a
   *     token can contain
   */
  boolean verifies(JwsAlgorithm algorithm, byte[] signingInput, String signature);
}
