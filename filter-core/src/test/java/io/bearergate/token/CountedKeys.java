package io.bearergate.token;

import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.keys.VerificationKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An issuer's keys that a test can change, and that count the signatures they are asked about. */
final class CountedKeys implements JwkSource {

  private final AtomicReference<KeyLookup> answer;
  private final AtomicInteger verified = new AtomicInteger();

  /** Those that {@code source} has for RS256, as generation 1. */
  CountedKeys(JwkSource source, String keyId) {
    KeyLookup.Found found = (KeyLookup.Found) source.keysFor(keyId, JwsAlgorithm.RS256);
    List<VerificationKey> counting = found.keys().stream().map(this::counting).toList();
    answer = new AtomicReference<>(new KeyLookup.Found(counting, 1));
  }

  private VerificationKey counting(VerificationKey key) {
    return (algorithm, signingInput, signature) -> {
      verified.incrementAndGet();
      return key.verifies(algorithm, signingInput, signature);
    };
  }

  /** From now on every question has this answer. */
  void answer(KeyLookup other) {
    answer.set(other);
  }

  /** From now on the same keys are of another set. */
  void rotate() {
    List<VerificationKey> keys = ((KeyLookup.Found) answer.get()).keys();
    answer.set(new KeyLookup.Found(keys, 2));
  }

  int verified() {
    return verified.get();
  }

  @Override
  public KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    return answer.get();
  }
}
