package io.bearergate.sample.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So many failures in a row, and then none is allowed for a while. An attempt counts as a failure
 * from its beginning, so that attempts at the same time do not slip through; what turns out well is
 * given back. Thread-safe.
 */
final class Throttle {

  private final Map<String, Failures> failures = new ConcurrentHashMap<>();
  private final int most;
  private final Duration lock;
  private final InstantSource clock;

  Throttle(int most, Duration lock, InstantSource clock) {
    this.most = most;
    this.lock = lock;
    this.clock = clock;
  }

  /** How long it locks. */
  Duration lock() {
    return lock;
  }

  /** Whether {@code who} may try now. */
  boolean admits(String who) {
    Instant now = clock.instant();
    failures.values().removeIf(old -> old.areOver(now));
    Failures counted =
        failures.compute(
            who, (name, before) -> before == null ? new Failures(1, end()) : again(before));
    return counted.count() <= most;
  }

  /** That the attempt was none to be counted. */
  void giveBack(String who) {
    failures.computeIfPresent(
        who, (name, before) -> new Failures(before.count() - 1, before.end()));
  }

  /** Beyond the limit nothing counts any more: the lock ends when it ends. */
  private Failures again(Failures before) {
    return before.count() < most
        ? new Failures(before.count() + 1, end())
        : new Failures(most + 1, before.end());
  }

  private Instant end() {
    return clock.instant().plus(lock);
  }

  private record Failures(int count, Instant end) {

    boolean areOver(Instant now) {
      return !now.isBefore(end);
    }
  }
}
