package io.bearergate.introspection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Tokens that were found good when they were asked about last, by their keys: that they were and
 * nothing more, also where no answer may be kept. Bounded: what is pushed out is asked about as a
 * stranger's. Thread-safe.
 */
final class GoodTokens {

  /** Some 200 bytes each. */
  private static final int MOST = 10_000;

  private final Cache<String, Boolean> keys =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  boolean include(String key) {
    return keys.getIfPresent(key) != null;
  }

  void add(String key) {
    keys.put(key, true);
  }

  void drop(String key) {
    keys.invalidate(key);
  }
}
