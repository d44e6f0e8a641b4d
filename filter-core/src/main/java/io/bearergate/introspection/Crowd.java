package io.bearergate.introspection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may be asked at once and in vain, so that made-up tokens become no flood on the issuer.
 * Tokens that were known as good have calls of their own, which strangers cannot take from them.
 * Times are monotonic nanoseconds. Thread-safe.
 */
final class Crowd {

  /** Calls in flight about tokens not known, and as many more about those that were. */
  static final int MOST_CALLS = 32;

  /** Answers a second that find a token not known to be bad; a second's worth may be saved up. */
  static final int MOST_VAIN = 100;

  /** Requests that wait while the issuer answers, and while it does not. */
  static final int MOST_WAITING = 256;

  static final int MOST_WAITING_IN_OUTAGE = 16;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicInteger strangers = new AtomicInteger();
  private final AtomicInteger renewals = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong spentUntil;

  Crowd(long now) {
    this.spentUntil = new AtomicLong(now - SECOND);
  }

  /** Takes a call, if there is one left; {@link #leave} gives it back. */
  boolean enter(boolean renewal, long now) {
    AtomicInteger calls = renewal ? renewals : strangers;
    boolean vainLeft = renewal || spentUntil.get() - now < 0;
    if (vainLeft && calls.incrementAndGet() <= MOST_CALLS) {
      return true;
    }
    if (vainLeft) {
      calls.decrementAndGet();
    }
    return false;
  }

  void leave(boolean renewal) {
    (renewal ? renewals : strangers).decrementAndGet();
  }

  /** A call found nothing good. */
  void vain(long now) {
    spentUntil.updateAndGet(spent -> Math.max(spent - now, -SECOND) + now + SECOND / MOST_VAIN);
  }

  /** Takes a place to wait at; {@link #leaveWaiting} gives it back either way. */
  boolean enterWaiting(boolean outage) {
    return waiting.incrementAndGet() <= (outage ? MOST_WAITING_IN_OUTAGE : MOST_WAITING);
  }

  void leaveWaiting() {
    waiting.decrementAndGet();
  }
}
