package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a request must bring to be let through. Immutable. */
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
}
