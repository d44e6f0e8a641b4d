package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;

/**
 * A public key translated for the one provider that verifies with it, so that a verification need
 * not do it again. Immutable.
 */
record PreparedKey(Provider provider, SignatureScheme scheme, PublicKey key) {

  /** Empty when the provider has not the algorithm, or does not take this key. */
  static Optional<PreparedKey> of(Provider provider, JwsAlgorithm algorithm, PublicKey key) {
    for (SignatureScheme scheme : SignatureScheme.of(algorithm)) {
      if (provider.getService("Signature", scheme.name()) != null) {
        try {
          PublicKey translated = translated(provider, key);
          scheme.begun(provider, translated);
          return Optional.of(new PreparedKey(provider, scheme, translated));
        } catch (GeneralSecurityException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static PublicKey translated(Provider provider, PublicKey key)
      throws GeneralSecurityException {
    try {
      return (PublicKey) KeyFactory.getInstance(key.getAlgorithm(), provider).translateKey(key);
    } catch (NoSuchAlgorithmException e) { // it translates each time: Corretto's EdDSA
      return key;
    }
  }

  boolean verifies(byte[] signingInput, byte[] signature) throws GeneralSecurityException {
    return over(signingInput).verify(form(signature));
  }

  /** A {@code Signature} that has been given what was signed. */
  Signature over(byte[] signingInput) throws GeneralSecurityException {
    Signature begun = scheme.begun(provider, key);
    begun.update(signingInput);
    return begun;
  }

  /** The signature of a JWS as the provider wants it. */
  byte[] form(byte[] signature) throws SignatureException {
    return scheme.form(signature);
  }
}
