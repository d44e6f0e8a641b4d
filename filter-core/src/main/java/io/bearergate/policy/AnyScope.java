package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of these scopes.
 *
 * @param wanted any of them will do
 * @param ofRule every scope the whole rule names: what the client is told to ask for
 */
record AnyScope(List<String> wanted, String ofRule) implements Demand {

  AnyScope {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return wanted.stream().anyMatch(token.scopes()::contains)
        ? Optional.empty()
        : Optional.of(Scopes.missing(ofRule));
  }
}
