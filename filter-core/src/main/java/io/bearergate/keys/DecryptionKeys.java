package io.bearergate.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our private keys, for tokens encrypted to us (RFC 7516). Immutable and thread-safe. */
public final class DecryptionKeys {

  private final List<DecryptionKey> keys;

  private DecryptionKeys(List<DecryptionKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads a private JWK set or PKCS #8 PEM.
   *
   * @throws IllegalArgumentException if any key in it is unfit, or there is none; the message says
   *     what is wrong and holds nothing of a key
   */
  public static DecryptionKeys parse(String jwksOrPem) {
    return new DecryptionKeys(PrivateKeyText.parse(jwksOrPem));
  }

  /** Whether we decrypt what has such a header at all, with whatever key. */
  public boolean take(Map<String, Object> header) {
    return JweHeader.of(header).isPresent();
  }

  /**
   * The content of an encrypted token; empty whatever is wrong with it. A token with a {@code kid}
   * is decrypted with the key of that {@code kid}, one without is tried on every fitting key, at
   * most {@value KeyLookup#MOST_KEYS}.
   *
   * @param header the members of the first part
   */
  public Optional<String> decrypt(Map<String, Object> header, JweParts parts) {
    return JweHeader.of(header)
        .filter(good -> good.encryption().fits(parts))
        .flatMap(good -> decrypt(good, parts));
  }

  private Optional<String> decrypt(JweHeader header, JweParts parts) {
    List<DecryptionKey> fitting =
        keys.stream().filter(key -> key.algorithms().contains(header.algorithm())).toList();
    List<DecryptionKey> named =
        fitting.stream()
            .filter(key -> key.isNamed(header.keyId()))
            .limit(KeyLookup.MOST_KEYS)
            .toList();
    if (named.isEmpty()) {
      fitting.stream().limit(1).forEach(key -> spend(key, header, parts));
    }
    for (DecryptionKey key : named) {
      Optional<String> content = key.decrypt(header, parts);
      if (content.isPresent()) {
        return content;
      }
    }
    return Optional.empty();
  }

  /** Decrypts for nothing, so that the time it takes does not tell which key ids there are. */
  private static void spend(DecryptionKey key, JweHeader header, JweParts parts) {
    Optional<String> unused = key.decrypt(header, parts);
  }

  /** How many there are; nothing of them. */
  @Override
  public String toString() {
    return "DecryptionKeys[" + keys.size() + "]";
  }
}
