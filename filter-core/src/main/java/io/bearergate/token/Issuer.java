package io.bearergate.token;

import io.bearergate.introspection.Introspection;
import io.bearergate.keys.JwkSource;
import java.util.Optional;

/**
 * One issuer we believe.
 *
 * @param identifier the exact {@code iss}, compared character for character (RFC 7519 §4.1.1)
 * @param rules what its tokens must be like
 * @param keys its keys, and nobody else's
 * @param introspection how it is asked about tokens that only it can read
 */
public record Issuer(
    String identifier, IssuerRules rules, JwkSource keys, Optional<Introspection> introspection) {

  /** One whose tokens are all JWTs. */
  public Issuer(String identifier, IssuerRules rules, JwkSource keys) {
    this(identifier, rules, keys, Optional.empty());
  }
}
