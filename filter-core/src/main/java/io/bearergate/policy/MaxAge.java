package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The user signed in no longer ago than this (RFC 9470 §4); a token that does not say when will not
 * do, nor will one that names a time still ahead.
 *
 * @param longest how long ago at most
 * @param leeway how much the issuer's clock and ours may differ, either way
 * @param ofRule all that the rule asks of the sign-in, by parameter: what the client is told
 */
record MaxAge(Duration longest, Duration leeway, Map<String, String> ofRule) implements Demand {

  MaxAge {
    ofRule = Map.copyOf(ofRule);
  }

  /** What a client is told of this alone. */
  static Map<String, String> told(Duration longest) {
    return Map.of("max_age", Long.toString(longest.toSeconds()));
  }

  MaxAge granting(Duration granted) {
    return new MaxAge(longest, granted, ofRule);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    Instant earliest = now.minus(longest).minus(leeway);
    Instant latest = now.plus(leeway);
    return token
            .authenticatedAt()
            .filter(signedIn -> !signedIn.isBefore(earliest) && !signedIn.isAfter(latest))
            .isPresent()
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                Reason.AUTHENTICATION_TOO_OLD, "auth_time is missing or not recent", ofRule));
  }
}
