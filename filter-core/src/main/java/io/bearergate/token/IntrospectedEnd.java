package io.bearergate.token;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * An {@code exp} that has passed counts, whatever else the issuer says; without one it may pass.
 */
record IntrospectedEnd(Expiry expiry) implements TokenCheck {

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    return claims.has("exp") ? expiry.check(claims, now) : Optional.empty();
  }
}
