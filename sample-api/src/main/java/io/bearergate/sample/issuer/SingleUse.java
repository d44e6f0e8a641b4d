package io.bearergate.sample.issuer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that are good once, such as a {@code jti}; each is remembered for as long as it matters.
 */
final class SingleUse {

  private final Map<Digest, Instant> used = new ConcurrentHashMap<>();
  private final InstantSource clock;

  SingleUse(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether nobody has used {@code name} before: of two callers at the same time, one is told so.
   *
   * @param end from when on the name is refused for its age, and need not be remembered
   */
  boolean isFirst(String name, Instant end) {
    Instant now = clock.instant();
    used.values().removeIf(over -> !now.isBefore(over));
    return used.putIfAbsent(Digest.of(name), end) == null;
  }
}
