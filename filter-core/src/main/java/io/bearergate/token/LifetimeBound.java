package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.TOO_LONG_LIVED;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code exp - iat} must not exceed the setting {@code max-token-age}; without {@code iat} it
 * cannot be told.
 */
record LifetimeBound(Duration longest) implements TokenCheck {

  private static final Optional<Rejection> NO_ISSUE_TIME =
      Optional.of(Rejection.of(MISSING_CLAIM, "max-token-age is set and iat is missing"));
  private static final Optional<Rejection> TOO_LONG =
      Optional.of(Rejection.of(TOO_LONG_LIVED, "exp - iat exceeds max-token-age"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    Optional<Instant> issued = claims.time("iat");
    if (issued.isEmpty()) {
      return NO_ISSUE_TIME;
    }
    Instant end = claims.time("exp").orElse(Instant.MAX);
    return end.isAfter(issued.get().plus(longest)) ? TOO_LONG : Optional.empty();
  }
}
