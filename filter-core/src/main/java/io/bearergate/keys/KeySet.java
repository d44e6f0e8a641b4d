package io.bearergate.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of an issuer's keys, every answer prepared. Immutable and thread-safe.
 *
 * <p>A token with a {@code kid} is offered the keys of exactly that {@code kid}; one without is
 * offered every key that fits its algorithm. Keys without a {@code kid} serve only tokens without,
 * unless the set comes from PEM, which has no place for a {@code kid}: then it is not looked at.
 */
final class KeySet {

  /** Whether a token's {@code kid} must be one of the set's. */
  enum KeyIds {
    MATCHED,
    IGNORED
  }

  private static final KeyLookup UNKNOWN = new KeyLookup.Unknown();

  private final Map<String, Map<JwsAlgorithm, KeyLookup>> byKeyId = new HashMap<>();
  private final Map<JwsAlgorithm, KeyLookup> any;
  private final KeyIds keyIds;
  private final Set<List<?>> identities = new HashSet<>();
  private final int size;
  private final Set<JwsAlgorithm> crowded = EnumSet.noneOf(JwsAlgorithm.class);

  KeySet(List<PublishedKey> keys, KeyIds keyIds, long generation) {
    this.keyIds = keyIds;
    this.size = keys.size();
    this.any = byAlgorithm(keys, generation);
    Map<@Nullable String, List<PublishedKey>> groups = new HashMap<>();
    for (PublishedKey key : keys) {
      String keyId = key.keyId();
      groups.computeIfAbsent(keyId, name -> new ArrayList<>()).add(key);
      identities.add(List.of(Optional.ofNullable(keyId), key.algorithms(), key.identity()));
    }
    groups.values().forEach(this::noteCrowd);
    groups.remove(null);
    groups.forEach((keyId, group) -> byKeyId.put(keyId, byAlgorithm(group, generation)));
  }

  private void noteCrowd(List<PublishedKey> sameKeyId) {
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      if (sameKeyId.stream().filter(key -> key.algorithms().contains(algorithm)).count()
          > KeyLookup.MOST_KEYS) {
        crowded.add(algorithm);
      }
    }
  }

  private static Map<JwsAlgorithm, KeyLookup> byAlgorithm(
      List<PublishedKey> keys, long generation) {
    Map<JwsAlgorithm, KeyLookup> answers = new EnumMap<>(JwsAlgorithm.class);
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      List<VerificationKey> fitting =
          keys.stream()
              .filter(key -> key.algorithms().contains(algorithm))
              .map(PublishedKey::key)
              .limit(KeyLookup.MOST_KEYS)
              .toList();
      if (!fitting.isEmpty()) {
        answers.put(algorithm, new KeyLookup.Found(fitting, generation));
      }
    }
    return answers;
  }

  /** Found or unknown; allocates nothing. */
  KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    Map<JwsAlgorithm, KeyLookup> answers = any;
    if (keyId != null && keyIds == KeyIds.MATCHED) {
      answers = byKeyId.getOrDefault(keyId, Map.of());
    }
    return answers.getOrDefault(algorithm, UNKNOWN);
  }

  /** Whether a key of this id is there, be it of another type than asked for. */
  boolean names(@Nullable String keyId) {
    return keyId != null && byKeyId.containsKey(keyId);
  }

  /**
   * Whether both offer the same keys under the same ids, in whatever order; false of crowded sets,
   * in which the order decides which keys verify.
   */
  boolean sameKeysAs(KeySet other) {
    return identities.equals(other.identities) && crowded.isEmpty() && other.crowded.isEmpty();
  }

  /**
   * Algorithms for which more keys have the same id, or none, than one token may make us try: some
   * of them never verify.
   */
  Set<JwsAlgorithm> crowded() {
    return Collections.unmodifiableSet(crowded);
  }

  /** How many keys are fit for use. */
  int size() {
    return size;
  }
}
