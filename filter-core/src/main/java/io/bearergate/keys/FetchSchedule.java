package io.bearergate.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to fetch next. Spread at random, so that a fleet of nodes does not fetch in step.
 *
 * @param refresh longest age of a key set
 * @param random numbers from 0 to below 1
 */
record FetchSchedule(Duration refresh, DoubleSupplier random) {

  private static final Duration SHORTEST_AGE = Duration.ofMinutes(1);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  /** With the spread on top it is a minute at most. */
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(50);

  private static final int MOST_DOUBLINGS = 6;

  /** After a good fetch: 80 % of the age that the issuer and the setting allow, ±10 %. */
  Duration afterSuccess(Optional<Duration> maxAge) {
    Duration age = refresh;
    if (maxAge.isPresent() && maxAge.get().compareTo(refresh) < 0) {
      Duration asked = maxAge.get();
      age = asked.compareTo(SHORTEST_AGE) < 0 ? shorter(SHORTEST_AGE, refresh) : asked;
    }
    return spread(age, 0.8, 0.1);
  }

  /** After the nth failure in a row: 1 s, doubling to 50 s, ±20 %. */
  Duration afterFailure(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    return spread(shorter(FIRST_RETRY.multipliedBy(1L << doublings), LONGEST_RETRY), 1, 0.2);
  }

  /** The same, put off as the issuer asks, but never beyond our own longest. */
  Duration afterFailure(int failures, Duration retryAfter) {
    Duration asked = spread(shorter(retryAfter, LONGEST_RETRY), 1.1, 0.09);
    Duration own = afterFailure(failures);
    return own.compareTo(asked) < 0 ? asked : own;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration spread(Duration span, double share, double either) {
    double factor = share * (1 - either + 2 * either * random.getAsDouble());
    return Duration.ofNanos((long) (span.toNanos() * factor));
  }
}
