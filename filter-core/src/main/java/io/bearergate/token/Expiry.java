package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.EXPIRED;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Now must be before {@code exp} (RFC 7519 §4.1.4). Asked last, since its answer is the only one a
 * client is told: a stranger whose token fails elsewhere learns nothing.
 */
record Expiry(Duration leeway) implements TokenCheck {

  private static final Optional<Rejection> EXPIRED_TOKEN =
      Optional.of(Rejection.of(EXPIRED, "exp has passed"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    Instant expiry = claims.time("exp").orElse(Instant.MIN);
    return now.minus(leeway).isBefore(expiry) ? Optional.empty() : EXPIRED_TOKEN;
  }
}
