package io.bearergate.token;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so many calls begin each second, and no more. Thread-safe. */
final class CallRate {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long share;

  /**
   * Up to when, in monotonic nanoseconds, all shares are spent; a second of them may be saved up.
   */
  private final AtomicLong spentUntil;

  CallRate(int perSecond, long now) {
    this.share = SECOND / perSecond;
    this.spentUntil = new AtomicLong(now - SECOND);
  }

  /** Whether one more may begin; true spends its share. */
  boolean permits(long now) {
    while (true) {
      long spent = spentUntil.get();
      long from = now - spent > SECOND ? now - SECOND : spent;
      if (from + share - now > 0) {
        return false;
      }
      if (spentUntil.compareAndSet(spent, from + share)) {
        return true;
      }
    }
  }
}
