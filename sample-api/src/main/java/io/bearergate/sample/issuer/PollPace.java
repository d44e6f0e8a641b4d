package io.bearergate.sample.issuer;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a client may ask whether a user has decided: never sooner after the last answer than
 * the interval, which grows by five seconds whenever it does (RFC 8628 §3.5). Thread-safe.
 */
final class PollPace {

  static final Duration FIRST_INTERVAL = Duration.ofSeconds(5);

  private static final Duration STEP = Duration.ofSeconds(5);

  /** Clients and networks are not exact. */
  private static final Duration TOLERANCE = Duration.ofMillis(200);

  private Duration interval = FIRST_INTERVAL;
  private Instant next = Instant.MIN;

  /** Notes that the client is answered now, and whether it has asked too soon. */
  synchronized boolean isTooSoon(Instant now) {
    boolean tooSoon = now.isBefore(next);
    if (tooSoon) {
      interval = interval.plus(STEP);
    }
    next = now.plus(interval).minus(TOLERANCE);
    return tooSoon;
  }

  synchronized Duration interval() {
    return interval;
  }
}
