package io.bearergate.sender;

import static io.bearergate.rejection.Rejection.Reason.BOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.UNBOUND_TOKEN;

import io.bearergate.http.Credentials;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.rejection.Rejection;
import io.bearergate.token.AccessToken;
import java.util.Map;

/**
 * No proof is understood, so a token that wants one is refused, and so is a scheme that promises
 * one.
 */
record BearerOnly() implements SenderConstraint {

  private static final SenderResult HELD = new SenderResult.Held(Map.of());
  private static final SenderResult BOUND =
      new SenderResult.Refused(
          Rejection.of(BOUND_TOKEN, "a token with cnf is worth nothing without its proof"));
  private static final SenderResult UNBOUND =
      new SenderResult.Refused(
          Rejection.of(UNBOUND_TOKEN, "the scheme DPoP with a token that is not bound"));

  @Override
  public SenderResult check(AccessToken token, Credentials.Presented presented) {
    if (token.isBound()) {
      return BOUND;
    }
    return presented.scheme() == Scheme.BEARER ? HELD : UNBOUND;
  }
}
