package io.bearergate.sample.bff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.oauth2.sdk.id.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is kept for a browser under a random name, which only that browser's cookie tells. It is
 * gone when nobody has asked for it for a while, and in the end in any case. Of too many, some are
 * gone earlier. Thread-safe.
 */
final class Shelf<T> {

  private static final int NAME_BYTES = 32;
  private static final int MOST = 10_000;

  private final Cache<String, Kept<T>> kept;
  private final Duration absolute;
  private final InstantSource clock;

  /**
   * @param idle how long a thing is kept that nobody asks for
   * @param absolute how long it is kept at most
   */
  Shelf(Duration idle, Duration absolute, InstantSource clock) {
    this.absolute = absolute;
    this.clock = clock;
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run)
            .ticker(() -> nanos(clock.instant()))
            .expireAfter(
                Expiry.<String, Kept<T>>accessing(
                    (name, thing) -> thing.rest(idle, clock.instant())))
            .build();
  }

  /** Keeps it, and says under which name. */
  String put(T thing) {
    String name = new Identifier(NAME_BYTES).getValue();
    kept.put(name, new Kept<>(thing, clock.instant().plus(absolute)));
    return name;
  }

  Optional<T> find(String name) {
    return Optional.ofNullable(kept.getIfPresent(name)).map(Kept::thing);
  }

  /** Finds and forgets in one step: of two callers at the same time, one gets it. */
  Optional<T> take(String name) {
    return Optional.ofNullable(kept.asMap().remove(name)).map(Kept::thing);
  }

  private static long nanos(Instant instant) {
    return Duration.between(Instant.EPOCH, instant).toNanos();
  }

  private record Kept<T>(T thing, Instant end) {

    Duration rest(Duration idle, Instant now) {
      Duration left = Duration.between(now, end);
      return left.compareTo(idle) < 0 ? left : idle;
    }
  }
}
