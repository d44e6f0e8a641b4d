package io.bearergate.sample.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** No more than so many in any span of this length. Thread-safe. */
final class Rate {

  private final Map<String, List<Instant>> counted = new ConcurrentHashMap<>();
  private final int most;
  private final Duration span;
  private final InstantSource clock;

  Rate(int most, Duration span, InstantSource clock) {
    this.most = most;
    this.span = span;
    this.clock = clock;
  }

  /** How long it takes at the most until there is room again. */
  Duration span() {
    return span;
  }

  /** Whether there is room for one more of {@code whose}, which is then taken. */
  boolean admits(String whose) {
    Instant now = clock.instant();
    AtomicBoolean admitted = new AtomicBoolean();
    counted.compute(
        whose,
        (name, before) -> {
          List<Instant> recent = new ArrayList<>(before == null ? List.of() : before);
          recent.removeIf(at -> !now.isBefore(at.plus(span)));
          admitted.set(recent.size() < most);
          if (admitted.get()) {
            recent.add(now);
          }
          return recent.isEmpty() ? null : recent;
        });
    return admitted.get();
  }
}
