package io.bearergate.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise; begins at a whole second. Thread-safe. */
public final class SettableClock implements InstantSource {

  static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private volatile Instant now = BEGIN;

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant instant) {
    now = instant;
  }

  /** Moves it on, or back by a negative span. */
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
