package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.Optional;

/**
 * Bound to a key or certificate. That the presenter holds it was checked before any demand is
 * asked.
 */
record SenderBound() implements Demand {

  private static final Optional<Rejection> UNBOUND =
      Optional.of(Rejection.of(Reason.UNBOUND_TOKEN, "the rule wants a bound token"));

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return token.isBound() ? Optional.empty() : UNBOUND;
  }
}
