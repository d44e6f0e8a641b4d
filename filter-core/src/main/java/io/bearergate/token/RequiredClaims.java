package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every claim of the setting {@code required-claims} must be there, with the value it names. */
record RequiredClaims(List<RequiredClaim> required) implements TokenCheck {

  private static final Optional<Rejection> MISSING =
      Optional.of(
          Rejection.of(MISSING_CLAIM, "one of required-claims is missing or has another value"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    for (RequiredClaim claim : required) {
      if (!claim.isIn(claims)) {
        return MISSING;
      }
    }
    return Optional.empty();
  }
}
