package io.bearergate.sample.issuer;

import java.time.Duration;

/**
 * How refresh tokens live and die.
 *
 * @param leeway how long after its use a refresh token is still taken for a client's second try
 * @param idle how long one may lie unused
 * @param absolute how long after the login the last of its family ends, rotated or not
 * @param revocationDeletesGrant whether revoking one revokes all of the user, client and API
 */
public record RefreshRules(
    Duration leeway, Duration idle, Duration absolute, boolean revocationDeletesGrant) {

  /** A year of 365.25 days. */
  private static final Duration LONGEST = Duration.ofHours(8766);

  /** Refuses lives that contradict each other. */
  public RefreshRules {
    if (leeway.isNegative() || idle.compareTo(absolute) > 0 || absolute.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("0 <= leeway, idle <= absolute <= " + LONGEST);
    }
  }

  /** No leeway, 15 days idle, 30 days in all. */
  public static RefreshRules standard() {
    return new RefreshRules(Duration.ZERO, Duration.ofDays(15), Duration.ofDays(30), false);
  }

  /** The same with a leeway. */
  public RefreshRules withLeeway(Duration other) {
    return new RefreshRules(other, idle, absolute, revocationDeletesGrant);
  }

  /** The same, but that a revocation reaches all of the user, client and API. */
  public RefreshRules withRevocationOfGrant() {
    return new RefreshRules(leeway, idle, absolute, true);
  }
}
