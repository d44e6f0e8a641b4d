package io.bearergate.keys;

import io.bearergate.event.KeyHealth;
import io.bearergate.event.KeyHealth.State;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source knows at one moment. Immutable (but for what a set turns out to lack);
 * swapped as a whole, so that a request judges by one moment too. Times are monotonic nanoseconds.
 *
 * @param held the last good set; null until there is one
 * @param failures fetches that failed since the last good one
 * @param due when fetches may begin
 * @param attempt the one fetch in flight; null if there is none
 */
record KeySetState(@Nullable Held held, int failures, Due due, @Nullable Attempt attempt) {

  /** A fetch that lasts longer is one that a crowd of requests had better not wait for. */
  private static final long SLOW_NANOS = Duration.ofMillis(500).toNanos();

  /**
   * No fetch lasts as long: one that seems to has lost its thread, and its deadline, to a lack of
   * memory.
   */
  private static final long LOST_NANOS = Duration.ofMinutes(5).toNanos();

  /**
   * A good set.
   *
   * @param fetchedAt when the fetch that brought it began
   * @param took how long that fetch lasted
   * @param absent what this set was asked for and lacks
   */
  record Held(KeySet keys, long fetchedAt, Duration took, AbsentKeys absent) {}

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
    return isFree(now) && now - due.timer >= 0;
  }

  /** Whether a token that no key fits may cause a fetch now. */
  boolean keyIdIsDue(long now) {
    return isFree(now) && now - due.keyId >= 0;
  }

  private boolean isFree(long now) {
    return attempt == null || now - attempt.startedAt() > LOST_NANOS;
  }

  /** The keys, unless there are none or they are too old to serve. */
  @Nullable KeySet usable(long now, Duration maxStale) {
    return held == null || now - held.fetchedAt > maxStale.toNanos() ? null : held.keys;
  }

  KeyHealth health(String issuer, long now, Duration maxStale) {
    if (held == null) {
      return new KeyHealth(issuer, State.NO_KEYS, Optional.empty(), 0, failures);
    }
    State fresh = failures == 0 ? State.GOOD : State.SERVING_OLD;
    State state = usable(now, maxStale) == null ? State.NO_KEYS : fresh;
    Duration age = Duration.ofNanos(now - held.fetchedAt);
    return new KeyHealth(issuer, state, Optional.of(age), held.keys.size(), failures);
  }

  /**
   * Whether a fetch is likely to end soon: the last one did not fail, and neither it nor the one in
   * flight is slow. Before there are keys, the one in flight may take its time.
   */
  boolean endsSoon(long now) {
    boolean overdue = attempt != null && now - attempt.startedAt() > SLOW_NANOS;
    return failures == 0 && (held == null || (!overdue && held.took.toNanos() <= SLOW_NANOS));
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
