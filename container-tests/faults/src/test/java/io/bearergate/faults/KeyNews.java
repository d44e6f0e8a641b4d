package io.bearergate.faults;

import com.sun.management.ThreadMXBean;
import io.bearergate.event.GateListener;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

/** What a gate tells of its fetches, and what they cost. Thread-safe. */
final class KeyNews implements GateListener {

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final AtomicInteger good = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final LongAccumulator mostAllocated = new LongAccumulator(Math::max, 0);
  private final LongAccumulator longestAdmission = new LongAccumulator(Math::max, 0);

  @Override
  public void keysFetched(String issuer, int keys, Duration took) {
    measureThread();
    good.incrementAndGet();
  }

  @Override
  public void keysUnavailable(String issuer, String cause) {
    measureThread();
    failed.incrementAndGet();
  }

  /**
   * Each fetch has a thread of its own, which it tells of its end, so all the thread's heap is its.
   */
  private void measureThread() {
    mostAllocated.accumulate(threads.getCurrentThreadAllocatedBytes());
  }

  @Override
  public void admitted(Duration took) {
    longestAdmission.accumulate(took.toNanos());
  }

  int good() {
    return good.get();
  }

  int failed() {
    return failed.get();
  }

  /** Heap that the most expensive fetch asked for, garbage included. */
  long mostAllocatedBytes() {
    return mostAllocated.get();
  }

  /** The longest that the gate itself held a request that it admitted, since the last call. */
  Duration longestAdmission() {
    return Duration.ofNanos(longestAdmission.getThenReset());
  }
}
