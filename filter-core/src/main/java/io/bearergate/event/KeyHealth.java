package io.bearergate.event;

import java.time.Duration;
import java.util.Optional;

/**
 * How one issuer's keys are at one moment, for a health endpoint or a gauge.
 *
 * @param issuer the configured identifier
 * @param age time since the fetch that brought the keys; empty without keys, and for keys that the
 *     settings hold
 * @param keys how many are held, be they too old to serve
 * @param failures fetches that failed since the last good one
 */
public record KeyHealth(
    String issuer, State state, Optional<Duration> age, int keys, int failures) {

  /** What becomes of tokens of this issuer. */
  public enum State {
    /** They are judged by keys that are up to date. */
    GOOD,
    /** They are judged by the keys of the last good fetch, since the newest one failed. */
    SERVING_OLD,
    /** They are answered with 503: there are no keys yet, or they have become too old. */
    NO_KEYS
  }
}
