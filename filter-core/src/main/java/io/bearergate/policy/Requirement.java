package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a request must bring to be let through. Immutable.
 *
 * <p>Rules are read from text by {@link Policy}. What code asks for besides, by annotations say, is
 * made by {@link #scopes}, {@link #permissions}, {@link #anyRole}, {@link #anyAcr} and {@link
 * #maxAge}, and joined by {@link #and}.
 */
public sealed interface Requirement {

  /** Nothing: credentials are not even looked at. */
  record Open() implements Requirement {}

  /** Nothing helps: refused with or without a token. */
  record Refused(Rejection rejection) implements Requirement {}

  /**
   * A good token that meets every demand.
   *
   * @param optional whether a request without credentials passes too; bad ones are refused all the
   *     same
   * @param demands what the token must carry besides being good, in the order they are asked
   */
  record Token(boolean optional, List<Demand> demands) implements Requirement {
    public Token {
      demands = List.copyOf(demands);
    }

    private boolean asksForAge() {
      for (Demand demand : demands) { // on every request that reaches annotated code
        if (demand instanceof MaxAge) {
          return true;
        }
      }
      return false;
    }

    /** The first demand that {@code token} does not meet {@code now}; empty when it meets all. */
    public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
      for (Demand demand : demands) {
        Optional<Rejection> missing = demand.missingFrom(token, now);
        if (missing.isPresent()) {
          return missing;
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A good token with every one of these scopes.
   *
   * @throws IllegalArgumentException if there is none, or one is not as RFC 6749 §3.3 has it
   */
  static Requirement scopes(List<String> scopes) {
    RequirementWord.SCOPE.check(scopes);
    return only(new Scopes(scopes, String.join(" ", scopes)));
  }

  /**
   * A good token with every one of these permissions.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Requirement permissions(List<String> permissions) {
    RequirementWord.PERMISSION.check(permissions);
    return only(new Permissions(permissions));
  }

  /**
   * A good token with one of these roles.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Requirement anyRole(List<String> roles) {
    RequirementWord.ROLE.check(roles);
    return only(new AnyRole(roles));
  }

  /**
   * A good token of a user who signed in at one of these levels (RFC 9470 §4).
   *
   * @throws IllegalArgumentException if there is none, or a challenge cannot name one
   */
  static Requirement anyAcr(List<String> levels) {
    RequirementWord.ACR.check(levels);
    return only(new AnyAcr(levels, Map.of("acr_values", String.join(" ", levels))));
  }

  /**
   * A good token of a user who signed in no longer ago than this (RFC 9470 §4); the leeway is that
   * of the gate which asks.
   *
   * @param age as in a rule, {@code 5m}; 1s to 365d
   * @throws IllegalArgumentException if it is none
   */
  static Requirement maxAge(String age) {
    Duration longest = RequirementText.age(age);
    return only(new MaxAge(longest, Duration.ZERO, MaxAge.told(longest)));
  }

  /** The same where the issuer's clock and ours may differ by {@code leeway}. */
  default Requirement granting(Duration leeway) {
    if (!(this instanceof Token token) || !token.asksForAge()) {
      return this;
    }
    return new Token(
        token.optional(),
        token.demands().stream()
            .map(demand -> demand instanceof MaxAge age ? age.granting(leeway) : demand)
            .toList());
  }

  private static Requirement only(Demand demand) {
    return new Token(false, List.of(demand));
  }

  /**
   * This and {@code other}, both. A challenge then names what both ask for, so that a client can
   * meet them with one token; every 401 comes before any 403.
   */
  default Requirement and(Requirement other) {
    if (this instanceof Refused || other instanceof Open) {
      return this;
    }
    if (other instanceof Refused || this instanceof Open) {
      return other;
    }
    Token one = (Token) this;
    Token two = (Token) other;
    return new Token(
        one.optional() && two.optional(), JoinedDemands.of(one.demands(), two.demands()));
  }
}
