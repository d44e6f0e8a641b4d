package io.bearergate.sample.issuer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The families of refresh tokens there are, found by any token that was ever in them. Not
 * thread-safe.
 */
final class RefreshFamilies {

  private static final int MOST_PER_USER_AND_CLIENT = 200;

  /** By id, the oldest first. */
  private final Map<String, RefreshFamily> families = new LinkedHashMap<>();

  private final Map<Digest, String> ids = new HashMap<>();

  Optional<RefreshFamily> of(Digest token) {
    return Optional.ofNullable(ids.get(token)).map(families::get);
  }

  /** Adds a new one; a user's oldest at the same client gives way if there are too many. */
  void begin(RefreshFamily family, Digest first) {
    put(family, first);
    List<RefreshFamily> ofHolder =
        families.values().stream().filter(family::sharesHolderWith).toList();
    if (ofHolder.size() > MOST_PER_USER_AND_CLIENT) {
      drop(ofHolder.get(0)::equals);
    }
  }

  /** Keeps what has become of a family that has a new member. */
  void put(RefreshFamily family, Digest newest) {
    ids.put(newest, family.id());
    put(family);
  }

  /** Keeps what has become of a family. */
  void put(RefreshFamily family) {
    families.put(family.id(), family);
  }

  void drop(Predicate<RefreshFamily> which) {
    if (families.values().removeIf(which)) {
      ids.values().removeIf(id -> !families.containsKey(id));
    }
  }
}
