package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import java.util.Comparator;
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
   * @param demands what the token must carry besides being good
   */
  record Token(boolean optional, List<Demand> demands) implements Requirement {
    public Token {
      demands = List.copyOf(demands);
    }

    /**
     * The first demand that {@code token} does not meet; empty when it meets all. Where another
     * token would do (401) comes before where none of this client's would (403).
     */
    public Optional<Rejection> missingFrom(AccessToken token) {
      return demands.stream()
          .flatMap(demand -> demand.missingFrom(token).stream())
          .min(Comparator.comparingInt(missing -> missing.reason().answer().status()));
    }
  }
}
