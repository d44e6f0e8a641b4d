package io.bearergate.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of an encrypted token, found good: it names a listed {@code alg} and {@code enc},
 * holds a JWT ({@code cty}, RFC 7519 §5.2) and wants nothing we do not do. Claims replicated in it
 * are not looked at.
 *
 * @param members all of them
 */
record JweHeader(
    KeyManagement algorithm, ContentEncryption encryption, Map<String, Object> members) {

  /** Compression hides a bomb, {@code p2c} buys work, {@code crit} is not understood. */
  private static final List<String> REFUSED = List.of("zip", "crit", "p2c", "p2s");

  static Optional<JweHeader> of(Map<String, Object> members) {
    boolean wanted =
        REFUSED.stream().noneMatch(members::containsKey)
            && text(members, "cty").filter("JWT"::equalsIgnoreCase).isPresent()
            && members.getOrDefault("kid", "") instanceof String;
    return text(members, "alg")
        .filter(alg -> wanted)
        .flatMap(KeyManagement::named)
        .flatMap(
            algorithm ->
                text(members, "enc")
                    .flatMap(ContentEncryption::named)
                    .map(encryption -> new JweHeader(algorithm, encryption, members)));
  }

  @Nullable String keyId() {
    return text("kid").orElse(null);
  }

  Optional<String> text(String name) {
    return text(members, name);
  }

  private static Optional<String> text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
