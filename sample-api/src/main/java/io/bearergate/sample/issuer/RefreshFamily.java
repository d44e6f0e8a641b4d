package io.bearergate.sample.issuer;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * All refresh tokens that descend from one authorization (RFC 9700 §4.14.2), of which the youngest
 * generation is good.
 *
 * @param end fixed when the family begins; rotation does not extend it
 */
record RefreshFamily(String id, Origin origin, Instant end, Generation current) {

  static RefreshFamily begin(Origin origin, Digest first, Instant now, Instant end) {
    boolean rotating = origin.granted().client().rotatesRefreshTokens();
    Generation generation = new Generation(rotating, Set.of(first), Optional.empty(), now);
    return new RefreshFamily(Handles.random(), origin, end, generation);
  }

  /**
   * What the family descends from.
   *
   * @param code the digest of the authorization code, if it was one
   */
  record Origin(Granted granted, Optional<Digest> code) {}

  /** What a refresh token is good for at the moment it is presented. */
  enum Standing {
    ACTIVE,
    /** Used a moment ago: the client may not have got its answer. */
    FORGIVEN,
    REUSED,
    EXPIRED
  }

  /**
   * The tokens that are good now: one, or siblings that a leeway has brought.
   *
   * @param rotating whether use brings a successor
   * @param predecessor the one whose use brought these
   * @param began when that was, or when a token that does not rotate was last used
   */
  record Generation(
      boolean rotating, Set<Digest> active, Optional<Digest> predecessor, Instant began) {

    private Generation withSibling(Digest sibling, boolean rotating) {
      Set<Digest> all = new HashSet<>(active);
      all.add(sibling);
      return new Generation(rotating, all, predecessor, began);
    }
  }

  Granted granted() {
    return origin.granted();
  }

  boolean isOver(Instant now, RefreshRules rules) {
    return !now.isBefore(end) || !now.isBefore(current.began().plus(rules.idle()));
  }

  Standing standing(Digest token, Instant now, RefreshRules rules) {
    if (isOver(now, rules)) {
      return Standing.EXPIRED;
    }
    if (current.active().contains(token)) {
      return Standing.ACTIVE;
    }
    boolean justUsed =
        current.predecessor().filter(token::equals).isPresent()
            && now.isBefore(current.began().plus(rules.leeway()));
    return justUsed ? Standing.FORGIVEN : Standing.REUSED;
  }

  /** After {@code used} was used, which retires its siblings too. */
  RefreshFamily succeeded(Digest used, Digest successor, boolean rotating, Instant now) {
    return with(new Generation(rotating, Set.of(successor), Optional.of(used), now));
  }

  RefreshFamily withSibling(Digest sibling, boolean rotating) {
    return with(current.withSibling(sibling, rotating));
  }

  /** After a token that does not rotate was used. */
  RefreshFamily used(Instant now) {
    return with(new Generation(false, current.active(), current.predecessor(), now));
  }

  /** Whether both are of one user, client and API. */
  boolean sharesGrantWith(RefreshFamily other) {
    return sharesHolderWith(other)
        && granted().access().audience().equals(other.granted().access().audience());
  }

  /** Whether both are of one user and client. */
  boolean sharesHolderWith(RefreshFamily other) {
    return granted().isFor(other.granted().client())
        && granted().user().equals(other.granted().user());
  }

  private RefreshFamily with(Generation next) {
    return new RefreshFamily(id, origin, end, next);
  }
}
