package io.bearergate.keys;

import org.jspecify.annotations.Nullable;

/** The public keys of one issuer. Thread-safe. */
public interface JwkSource {

  /**
   * The keys that may have signed a token.
   *
   * @param keyId the token's {@code kid}; null when it has none, and then every fitting key is
   *     offered
   * @param algorithm the token's {@code alg}; only keys of its type, curve and, where the key names
   *     one, {@code alg} are offered
   */
  KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm);
}
