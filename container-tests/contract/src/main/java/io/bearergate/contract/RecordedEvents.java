package io.bearergate.contract;

import io.bearergate.event.GateListener;
import io.bearergate.rejection.Rejection.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a gate said. Thread-safe. */
final class RecordedEvents implements GateListener {

  private final List<Reason> refusals = new CopyOnWriteArrayList<>();
  private final AtomicInteger admissions = new AtomicInteger();
  private final AtomicInteger decisions = new AtomicInteger();

  @Override
  public void admitted(Duration took) {
    admissions.incrementAndGet();
    decisions.incrementAndGet();
  }

  @Override
  public void refused(Reason reason, Duration took) {
    refusals.add(reason);
    decisions.incrementAndGet();
  }

  /** Why requests were refused, in order. */
  List<Reason> refusals() {
    return List.copyOf(refusals);
  }

  int admissions() {
    return admissions.get();
  }

  /** Requests admitted or refused. */
  int decisions() {
    return decisions.get();
  }

  void clear() {
    refusals.clear();
    admissions.set(0);
    decisions.set(0);
  }
}
