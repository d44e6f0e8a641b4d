package io.bearergate.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bearergate.keys.KeySetState.Held;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Keys fetched over HTTP and kept. Requests read an immutable snapshot and never fetch themselves;
 * they wait, shortly and few at a time, only for the very first set or for a fetch that their own
 * unknown key id is due. Thread-safe; no lock is held while anything is waited for.
 */
final class CachedJwks implements JwkSource {

  static final int MOST_WAITERS = 256;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final int MOST_ABSENT = 1000;
  private static final KeyLookup UNAVAILABLE = new KeyLookup.Unavailable(Duration.ofSeconds(5));

  private final JwksRules rules;
  private final KeyRefresh refresh;
  private final Shared shared;
  private final Semaphore waiters = new Semaphore(MOST_WAITERS);

  /**
   * What the set lacks, with the time of the fetch that showed it: for a cooldown it causes no
   * fetch, and a newer set makes the entry void.
   */
  private final Cache<String, Long> absent;

  CachedJwks(JwksRules rules, KeyRefresh refresh, Shared shared) {
    this.rules = rules;
    this.refresh = refresh;
    this.shared = shared;
    this.absent =
        Caffeine.newBuilder()
            .maximumSize(MOST_ABSENT)
            .expireAfterWrite(rules.cooldown())
            .ticker(shared.nanoClock()::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    KeySetState seen = refresh.state();
    KeyLookup answer = lookup(seen, keyId, algorithm);
    if (answer instanceof KeyLookup.Found || isSettled(answer, seen, keyId, algorithm)) {
      return answer;
    }
    return afterFetch(keyId, algorithm);
  }

  private KeyLookup lookup(KeySetState at, @Nullable String keyId, JwsAlgorithm algorithm) {
    KeySet keys = at.usable(shared.nanoClock().getAsLong(), rules.maxStale());
    return keys == null ? UNAVAILABLE : keys.keysFor(keyId, algorithm);
  }

  /** Whether no fetch could make the answer another one. */
  private boolean isSettled(
      KeyLookup answer, KeySetState seen, @Nullable String keyId, JwsAlgorithm algorithm) {
    Held held = seen.held();
    if (held == null || answer instanceof KeyLookup.Unavailable) {
      return false;
    }
    boolean overlong = keyId != null && keyId.length() > JsonWebKey.MOST_KEY_ID_CHARS;
    if (overlong || held.keys().names(keyId)) {
      return true;
    }
    Long shownAt = absent.getIfPresent(wanted(keyId, algorithm));
    return shownAt != null && shownAt == held.fetchedAt();
  }

  private static String wanted(@Nullable String keyId, JwsAlgorithm algorithm) {
    return keyId == null ? "alg " + algorithm : "kid " + keyId;
  }

  private KeyLookup afterFetch(@Nullable String keyId, JwsAlgorithm algorithm) {
    KeySetState joined = refresh.joined();
    Attempt attempt = joined.attempt();
    if (attempt == null) {
      // No fetch is due: the last one answers, be it one that ended a moment ago.
      KeyLookup answer = lookup(joined, keyId, algorithm);
      return joined.failures() > 0 ? orUnavailable(answer) : answer;
    }
    if (!isGoodAfterWaiting(attempt)) {
      return orUnavailable(lookup(refresh.state(), keyId, algorithm));
    }
    return remembered(refresh.state(), keyId, algorithm);
  }

  private boolean isGoodAfterWaiting(Attempt attempt) {
    if (!waiters.tryAcquire()) {
      return false;
    }
    try {
      return attempt.await(LONGEST_WAIT);
    } finally {
      waiters.release();
    }
  }

  private static KeyLookup orUnavailable(KeyLookup answer) {
    return answer instanceof KeyLookup.Found ? answer : UNAVAILABLE;
  }

  private KeyLookup remembered(KeySetState seen, @Nullable String keyId, JwsAlgorithm algorithm) {
    KeyLookup answer = lookup(seen, keyId, algorithm);
    if (answer instanceof KeyLookup.Unknown && seen.held() != null) {
      absent.put(wanted(keyId, algorithm), seen.held().fetchedAt());
    }
    return answer;
  }
}
