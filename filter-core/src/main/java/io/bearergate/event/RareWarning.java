package io.bearergate.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A warning that goes to the log once a minute at most, however often there is cause: whoever can
 * bring about one can bring about many. Thread-safe.
 */
public final class RareWarning {

  private static final long APART = Duration.ofMinutes(1).toNanos();

  private final Logger log;
  private final LongSupplier nanoClock;
  private final AtomicLong told;

  /**
   * @param nanoClock monotonic nanoseconds
   */
  public RareWarning(Logger log, LongSupplier nanoClock) {
    this.log = log;
    this.nanoClock = nanoClock;
    this.told = new AtomicLong(nanoClock.getAsLong() - APART);
  }

  /** Says it, unless it was said within the last minute. */
  public void tell(String text) {
    long now = nanoClock.getAsLong();
    long before = told.get();
    if (now - before >= APART && told.compareAndSet(before, now)) {
      log.log(Level.WARNING, text);
    }
  }
}
