package io.bearergate.sender;

import io.bearergate.http.Credentials;
import io.bearergate.http.RequestView;
import io.bearergate.token.AccessToken;
import java.time.InstantSource;
import java.util.Optional;

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
   * @throws IllegalArgumentException if {@code seen} cannot remember proofs as long as they live
   */
  static SenderConstraint by(SenderRules rules, SeenProofs seen, InstantSource clock) {
    DpopProof proofs = new DpopProof(rules.dpop(), clock);
    seen.expect(rules.dpop().lifetime());
    SeenProofs guarded = new GuardedProofs(seen, System::nanoTime);
    Optional<DpopNonces> nonces =
        rules.dpop().nonceKeys().map(keys -> new DpopNonces(keys, rules.dpop().maxAge(), clock));
    return new ConfirmedSender(
        rules,
        new DpopBinding(proofs, new KnownHolders(), nonces, guarded, rules.dpop().lifetime()));
  }
}
