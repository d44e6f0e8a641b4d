package io.bearergate.keys;

import io.bearergate.keys.KeySetState.Held;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keys fetched over HTTP and kept. Requests read an immutable snapshot and never fetch themselves;
 * they wait, shortly and few at a time, only for the very first set or for a fetch that their own
 * unknown key id is due. Thread-safe; no lock is held while anything is waited for.
 */
final class CachedJwks implements JwkSource {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final KeyLookup UNAVAILABLE = new KeyLookup.Unavailable(Duration.ofSeconds(5));

  private final JwksRules rules;
  private final KeyRefresh refresh;
  private final Shared shared;
  private final Waiters waiters;

  CachedJwks(JwksRules rules, KeyRefresh refresh, Shared shared, Waiters waiters) {
    this.rules = rules;
    this.refresh = refresh;
    this.shared = shared;
    this.waiters = waiters;
  }

  @Override
  public KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    while (true) {
      KeySetState seen = refresh.state();
      KeyLookup answer = lookup(seen, keyId, algorithm);
      if (answer instanceof KeyLookup.Found || isSettled(answer, seen, keyId, algorithm)) {
        return answer;
      }
      KeySetState joined = refresh.joined(seen);
      if (joined != null) {
        return afterFetch(joined, keyId, algorithm);
      }
    }
  }

  private KeyLookup lookup(KeySetState at, @Nullable String keyId, JwsAlgorithm algorithm) {
    KeySet keys = at.usable(now(), rules.maxStale());
    return keys == null ? UNAVAILABLE : keys.keysFor(keyId, algorithm);
  }

  private long now() {
    return shared.nanoClock().getAsLong();
  }

  /** Whether no fetch could make the answer another one, or none is due so soon. */
  private boolean isSettled(
      KeyLookup answer, KeySetState seen, @Nullable String keyId, JwsAlgorithm algorithm) {
    Held held = seen.held();
    if (held == null || answer instanceof KeyLookup.Unavailable) {
      return false;
    }
    boolean overlong = keyId != null && keyId.length() > JsonWebKey.MOST_KEY_ID_CHARS;
    return overlong
        || held.keys().names(keyId)
        || (now() - held.fetchedAt() < rules.cooldown().toNanos()
            && held.absent().has(keyId, algorithm));
  }

  private KeyLookup afterFetch(KeySetState joined, @Nullable String keyId, JwsAlgorithm algorithm) {
    Attempt attempt = joined.attempt();
    if (attempt == null) { // no fetch is due: the last one answers
      KeyLookup answer = lookup(joined, keyId, algorithm);
      return joined.failures() > 0 ? orUnavailable(answer) : answer;
    }
    boolean good = isGoodAfterWaiting(attempt, joined.endsSoon(now()));
    KeySetState seen = refresh.state();
    KeyLookup answer = lookup(seen, keyId, algorithm);
    return good ? remembered(answer, seen, keyId, algorithm) : orUnavailable(answer);
  }

  private boolean isGoodAfterWaiting(Attempt attempt, boolean endsSoon) {
    try {
      return waiters.enter(endsSoon) && attempt.await(LONGEST_WAIT);
    } finally {
      waiters.leave();
    }
  }

  private static KeyLookup orUnavailable(KeyLookup answer) {
    return answer instanceof KeyLookup.Found ? answer : UNAVAILABLE;
  }

  private static KeyLookup remembered(
      KeyLookup answer, KeySetState seen, @Nullable String keyId, JwsAlgorithm algorithm) {
    Held held = seen.held();
    if (held != null && answer instanceof KeyLookup.Unknown) {
      held.absent().add(keyId, algorithm);
    }
    return answer;
  }
}
