package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.ISSUED_IN_FUTURE;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.NOT_YET_VALID;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code exp} must be there, every time must be a NumericDate (RFC 7519 §2) of the years 1970 to
 * 9999, and neither {@code nbf} nor {@code iat} may lie ahead.
 *
 * @param endDemanded false for what its issuer was asked about just now: without {@code exp} it
 *     holds for this request
 */
record Times(Duration leeway, boolean endDemanded) implements TokenCheck {

  Times(Duration leeway) {
    this(leeway, true);
  }

  private static final List<String> TIMES = List.of("exp", "nbf", "iat");
  private static final Rejection NO_EXPIRY = Rejection.of(MISSING_CLAIM, "exp is missing");
  private static final Rejection NO_TIME =
      Rejection.of(MALFORMED_CLAIM, "exp, nbf or iat is not a number of seconds in 1970 to 9999");
  private static final Rejection TOO_EARLY = Rejection.of(NOT_YET_VALID, "nbf is still ahead");
  private static final Rejection FROM_FUTURE = Rejection.of(ISSUED_IN_FUTURE, "iat is still ahead");

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    if (endDemanded && !claims.has("exp")) {
      return Optional.of(NO_EXPIRY);
    }
    for (String time : TIMES) {
      if (claims.has(time) && claims.time(time).isEmpty()) {
        return Optional.of(NO_TIME);
      }
    }
    Instant latest = now.plus(leeway);
    if (isAfter(latest, claims, "nbf")) {
      return Optional.of(TOO_EARLY);
    }
    return isAfter(latest, claims, "iat") ? Optional.of(FROM_FUTURE) : Optional.empty();
  }

  private static boolean isAfter(Instant latest, Claims claims, String time) {
    return claims.time(time).filter(latest::isBefore).isPresent();
  }
}
