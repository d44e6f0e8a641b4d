package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * One private key of ours. Immutable and thread-safe.
 *
 * @param keyId null when it has none; then it is tried whatever the token's {@code kid}
 * @param algorithms what it may be used for; at least one
 */
record DecryptionKey(@Nullable String keyId, Set<KeyManagement> algorithms, PrivateKey key) {

  DecryptionKey {
    algorithms = Set.copyOf(algorithms);
  }

  boolean isNamed(@Nullable String wanted) {
    return wanted == null || keyId == null || keyId.equals(wanted);
  }

  /**
   * The content; empty whatever is wrong. Where the content's key cannot be had, a random one takes
   * its place, so that the work done does not tell which it was (RFC 7516 §11.5; the JOSE library
   * does so for RSA1_5 alone).
   */
  Optional<String> decrypt(JweHeader header, JweParts parts) {
    SecretKey contentKey = header.encryption().randomKey();
    try {
      SecretKey found = contentKey(header, parts.encryptedKey());
      if (found.getEncoded().length * 8 == header.encryption().keyBits()) {
        contentKey = found;
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      // Goes on with the random key.
    }
    return header.encryption().decrypt(contentKey, parts);
  }

  private SecretKey contentKey(JweHeader header, String encryptedKey)
      throws GeneralSecurityException {
    return key instanceof ECPrivateKey ec
        ? new KeyAgreed(ec, header).contentKey(encryptedKey)
        : KeyTransported.contentKey(key, header.algorithm(), encryptedKey);
  }

  /** No key in a log by accident. */
  @Override
  public String toString() {
    return "DecryptionKey";
  }
}
