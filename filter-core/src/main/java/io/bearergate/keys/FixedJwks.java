package io.bearergate.keys;

import org.jspecify.annotations.Nullable;

/**
 * Keys from text: never fetched, never refreshed, never unavailable. Immutable and thread-safe.
 *
 * @param keys what the text holds
 */
record FixedJwks(KeySet keys) implements JwkSource {

  /**
   * Reads a JWK set or PEM.
   *
   * @throws IllegalArgumentException if no key in it can be used; the message says what is wrong
   *     and holds nothing of a key
   */
  static FixedJwks parse(String text, long generation) {
    boolean json = text.stripLeading().startsWith("{");
    if (!json && !text.contains("-----BEGIN ")) {
      throw new IllegalArgumentException(
          "is neither a JWK set (a JSON object with keys) nor PEM (PUBLIC KEY or CERTIFICATE)");
    }
    try {
      JwksDocument document = (json ? JwksDocument.parse(text) : PemText.parse(text)).usable();
      KeySet.KeyIds keyIds = json ? KeySet.KeyIds.MATCHED : KeySet.KeyIds.IGNORED;
      return new FixedJwks(new KeySet(document.keys(), keyIds, generation));
    } catch (BadAnswer e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    return keys.keysFor(keyId, algorithm);
  }
}
