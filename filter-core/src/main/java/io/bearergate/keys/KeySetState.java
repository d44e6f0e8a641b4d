package io.bearergate.keys;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source knows at one moment. Immutable; swapped as a whole, so that a request judges
 * by one moment too. Times are monotonic nanoseconds.
 *
 * @param held the last good set; null until there is one
 * @param failures fetches that failed since the last good one
 * @param due when fetches may begin
 * @param attempt the one fetch in flight; null if there is none
 */
record KeySetState(@Nullable Held held, int failures, Due due, @Nullable Attempt attempt) {

  /** A good set, and when the fetch that brought it began. */
  record Held(KeySet keys, long fetchedAt) {}

  /**
   * @param timer when the timer fetches again
   * @param keyId when a token that no key fits may cause a fetch again
   */
  record Due(long timer, long keyId) {
    private Due timerAt(long nanos) {
      return new Due(nanos, keyId);
    }
  }

  static KeySetState empty(long now) {
    return new KeySetState(null, 0, new Due(now, now), null);
  }

  /** Whether the timer should fetch now. */
  boolean timerIsDue(long now) {
    return attempt == null && now - due.timer >= 0;
  }

  /** Whether a token that no key fits may cause a fetch now. */
  boolean keyIdIsDue(long now) {
    return attempt == null && now - due.keyId >= 0;
  }

  /** The keys, unless there are none or they are too old to serve. */
  @Nullable KeySet usable(long now, Duration maxStale) {
    return held == null || now - held.fetchedAt > maxStale.toNanos() ? null : held.keys;
  }

  /** A fetch by the timer leaves the other budget alone. */
  KeySetState started(Attempt next, Duration cooldown) {
    Due then =
        next.cause() == Attempt.Cause.TIMER
            ? due
            : new Due(due.timer, next.startedAt() + cooldown.toNanos());
    return new KeySetState(held, failures, then, next);
  }

  KeySetState succeeded(Held fetched, long nextAt) {
    return new KeySetState(fetched, 0, due.timerAt(nextAt), null);
  }

  /** A fetch that a token caused may bring the timer's next one forward, never put it off. */
  KeySetState failed(Attempt.Cause cause, long nextAt) {
    boolean putOff = cause == Attempt.Cause.TIMER || nextAt - due.timer < 0;
    return new KeySetState(held, failures + 1, putOff ? due.timerAt(nextAt) : due, null);
  }
}
