package io.bearergate.token;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a token is bound to (RFC 7800 §3.1): the holder of a key, of a certificate, of both, or
 * nobody. Immutable.
 *
 * @param keyThumbprint {@code jkt}: SHA-256 of the DPoP key (RFC 9449 §6.1)
 * @param certificateThumbprint {@code x5t#S256}: SHA-256 of the client certificate (RFC 8705 §3.1)
 */
public record Confirmation(Optional<String> keyThumbprint, Optional<String> certificateThumbprint) {

  /** A token that anybody may present. */
  static final Confirmation NONE = new Confirmation(Optional.empty(), Optional.empty());

  private static final String KEY = "jkt";
  private static final String CERTIFICATE = "x5t#S256";

  /** Empty unless it says one of these or both, and nothing else: what is not understood binds. */
  static Optional<Confirmation> of(Claim cnf) {
    return cnf.asObject()
        .filter(members -> !members.isEmpty())
        .filter(members -> Set.of(KEY, CERTIFICATE).containsAll(members.keySet()))
        .filter(members -> members.values().stream().allMatch(String.class::isInstance))
        .map(members -> new Confirmation(text(members, KEY), text(members, CERTIFICATE)));
  }

  private static Optional<String> text(Map<String, Object> members, String name) {
    return new Claim(members.get(name)).asText();
  }
}
