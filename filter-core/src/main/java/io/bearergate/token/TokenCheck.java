package io.bearergate.token;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Optional;

/** One question to the claims of a token whose signature is good. Immutable. */
interface TokenCheck {

  /** Why the claims will not do; empty when they will. */
  Optional<Rejection> check(Claims claims, Instant now);
}
