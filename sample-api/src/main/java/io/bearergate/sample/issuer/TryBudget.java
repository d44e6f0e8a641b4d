package io.bearergate.sample.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** So many tries at once, and one more after each span. A good one costs nothing. Thread-safe. */
final class TryBudget {

  private final Map<String, Left> left = new ConcurrentHashMap<>();
  private final int most;
  private final Duration refill;
  private final InstantSource clock;

  TryBudget(int most, Duration refill, InstantSource clock) {
    this.most = most;
    this.refill = refill;
    this.clock = clock;
  }

  Duration refill() {
    return refill;
  }

  /** Whether {@code whose} has a try left, which is then spent. */
  boolean spend(String whose) {
    Instant now = clock.instant();
    AtomicBoolean spent = new AtomicBoolean();
    left.compute(
        whose,
        (name, before) -> {
          Left current = before == null ? new Left(most, now) : refilled(before, now);
          spent.set(current.tries() > 0);
          return spent.get() ? new Left(current.tries() - 1, current.since()) : current;
        });
    return spent.get();
  }

  void giveBack(String whose) {
    left.computeIfPresent(
        whose, (name, before) -> new Left(Math.min(most, before.tries() + 1), before.since()));
  }

  private Left refilled(Left before, Instant now) {
    long refills = Duration.between(before.since(), now).dividedBy(refill);
    return before.tries() + refills >= most
        ? new Left(most, now)
        : new Left(
            (int) (before.tries() + refills), before.since().plus(refill.multipliedBy(refills)));
  }

  /**
   * @param since when the next refill began to grow
   */
  private record Left(int tries, Instant since) {}
}
