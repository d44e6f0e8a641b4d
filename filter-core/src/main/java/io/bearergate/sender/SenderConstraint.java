package io.bearergate.sender;

import io.bearergate.http.Credentials;
import io.bearergate.http.RequestView;
import io.bearergate.token.AccessToken;
import java.time.InstantSource;

/**
 * Is whoever presents the token the one it was issued to? Asked on every request, once the token
 * itself is accepted; the answer is never kept. Thread-safe.
 */
public interface SenderConstraint {

  /** Whether {@code request} proves what {@code token} demands. A proof is used up by it. */
  SenderResult check(AccessToken token, Credentials.Presented presented, RequestView request);

  /**
   * Goes by the token's {@code cnf}.
   *
   * @param clock what a proof's {@code iat} is held against
   */
  static SenderConstraint by(SenderRules rules, SeenProofs seen, InstantSource clock) {
    DpopProof proofs = new DpopProof(rules.dpop(), clock);
    SeenProofs guarded = new GuardedProofs(seen);
    return new ConfirmedSender(rules, new DpopBinding(proofs, guarded, rules.dpop().lifetime()));
  }
}
