package io.bearergate.keys;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What one fetched set was asked for and lacks; it goes when the next set comes. Bounded: once full
 * it takes no more, so that a flood of made-up ids can neither grow it nor push anything out. What
 * it does not hold is only looked for once more. Thread-safe.
 */
final class AbsentKeys {

  static final int MOST = 1000;

  private final Set<String> names = ConcurrentHashMap.newKeySet();

  void add(@Nullable String keyId, JwsAlgorithm algorithm) {
    if (names.size() < MOST) {
      names.add(name(keyId, algorithm));
    }
  }

  boolean has(@Nullable String keyId, JwsAlgorithm algorithm) {
    return names.contains(name(keyId, algorithm));
  }

  int size() {
    return names.size();
  }

  private static String name(@Nullable String keyId, JwsAlgorithm algorithm) {
    return keyId == null ? "alg " + algorithm : "kid " + keyId;
  }
}
