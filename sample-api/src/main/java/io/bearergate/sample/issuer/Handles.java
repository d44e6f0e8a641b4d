package io.bearergate.sample.issuer;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Things that are found by a secret handle: codes, opaque tokens, sessions, transactions. Of a
 * handle only its SHA-256 is kept. What has outlived its life is as good as never kept.
 * Thread-safe.
 *
 * @param <T> what a handle stands for
 */
final class Handles<T> {

  private static final int HANDLE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<Digest, Kept<T>> kept = new ConcurrentHashMap<>();
  private final String prefix;
  private final Duration life;
  private final InstantSource clock;

  Handles(String prefix, Duration life, InstantSource clock) {
    this.prefix = prefix;
    this.life = life;
    this.clock = clock;
  }

  /** 256 bits of randomness in 43 characters that need no escaping anywhere. */
  static String random() {
    byte[] bytes = new byte[HANDLE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps {@code thing} and returns the new handle to it. */
  String keep(T thing) {
    return keep(thing, life);
  }

  /** The same for a shorter life. */
  String keep(T thing, Duration shorterLife) {
    Instant now = clock.instant();
    kept.values().removeIf(other -> other.isOver(now));
    String handle = prefix + random();
    kept.put(Digest.of(handle), new Kept<>(thing, now.plus(shorterLife)));
    return handle;
  }

  Optional<T> find(String handle) {
    return alive(kept.get(Digest.of(handle)));
  }

  /** Finds and forgets in one step: of two callers at the same time, one gets it. */
  Optional<T> take(String handle) {
    return alive(kept.remove(Digest.of(handle)));
  }

  private Optional<T> alive(@Nullable Kept<T> entry) {
    return Optional.ofNullable(entry)
        .filter(found -> !found.isOver(clock.instant()))
        .map(Kept::thing);
  }

  private record Kept<T>(T thing, Instant end) {

    boolean isOver(Instant now) {
      return !now.isBefore(end);
    }
  }
}
