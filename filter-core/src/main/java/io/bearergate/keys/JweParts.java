package io.bearergate.keys;

/**
 * A compact JWE taken apart (RFC 7516 §7.1), nothing of it decrypted. Each part is strict
 * base64url; none but the encrypted key is empty.
 */
public record JweParts(
    String header, String encryptedKey, String iv, String ciphertext, String tag) {

  /** No token in a log by accident. */
  @Override
  public String toString() {
    return "JweParts";
  }
}
