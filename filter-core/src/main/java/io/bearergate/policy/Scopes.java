package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every one of these scopes.
 *
 * @param wanted all of them
 * @param ofRule every scope the whole rule names: what the client is told to ask for
 */
record Scopes(List<String> wanted, String ofRule) implements Demand {

  Scopes {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return token.scopes().containsAll(wanted) ? Optional.empty() : Optional.of(missing(ofRule));
  }

  static Rejection missing(String scopes) {
    return new Rejection(
        Reason.MISSING_SCOPE, "the token lacks a scope of the rule", Map.of("scope", scopes));
  }
}
