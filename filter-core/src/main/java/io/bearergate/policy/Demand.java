package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.Optional;

/** One thing that a rule wants of a token; says itself what is missing. */
public interface Demand {

  /** Why {@code token} does not meet this {@code now}; empty when it does. */
  Optional<Rejection> missingFrom(AccessToken token, Instant now);
}
