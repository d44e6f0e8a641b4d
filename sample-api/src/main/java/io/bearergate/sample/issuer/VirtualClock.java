package io.bearergate.sample.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that can be moved on by hand. The authorization server, the filter and the demo clients
 * share one, so that a lifetime of days passes in no time. Thread-safe.
 */
public final class VirtualClock implements InstantSource {

  private final InstantSource base;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private VirtualClock(InstantSource base) {
    this.base = base;
  }

  /** A clock that stands still at {@code instant} until it is moved. */
  public static VirtualClock standingAt(Instant instant) {
    return new VirtualClock(InstantSource.fixed(instant));
  }

  /** A clock that runs with {@code base} and can be moved ahead of it. */
  public static VirtualClock runningWith(InstantSource base) {
    return new VirtualClock(base);
  }

  /** Moves the clock on; a negative span moves it back. */
  public void advance(Duration span) {
    ahead.accumulateAndGet(span, Duration::plus);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }
}
