package io.bearergate.sender;

import io.bearergate.http.Credentials;
import io.bearergate.token.AccessToken;

/**
 * Is whoever presents the token the one it was issued to? Asked on every request, once the token
 * itself is accepted; the answer is never kept. Thread-safe.
 */
public interface SenderConstraint {

  /** Whether {@code presented} proves what {@code token} demands. */
  SenderResult check(AccessToken token, Credentials.Presented presented);

  /**
   * Takes plain bearer tokens under the Bearer scheme and nothing else: what is bound needs a proof
   * that cannot be checked here.
   */
  static SenderConstraint bearerOnly() {
    return new BearerOnly();
  }
}
