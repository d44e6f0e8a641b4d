package io.bearergate;

import io.bearergate.event.RareWarning;
import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.token.AccessToken;
import io.bearergate.token.VerificationResult;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import io.bearergate.token.VerificationResult.Undecided;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Asks whether a good token was revoked: whatever ails somebody else's store, it vouches for no
 * token, and the log says so once a minute.
 */
final class AskedRevocations {

  /** What a token is answered with while nobody knows. */
  static final Duration RETRY = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger("io.bearergate");
  private static final Rejection REVOKED = Rejection.of(Reason.REVOKED, "it was revoked");

  private final RevokedTokens store;
  private final RareWarning warning;

  /**
   * @param nanoClock monotonic nanoseconds
   */
  AskedRevocations(RevokedTokens store, LongSupplier nanoClock) {
    this.store = store;
    this.warning = new RareWarning(LOG, nanoClock);
  }

  /** How it stands with a token. */
  enum Answer {
    GOOD,
    REVOKED,
    UNKNOWN
  }

  Answer about(AccessToken token) {
    try {
      return store.isRevoked(token) ? Answer.REVOKED : Answer.GOOD;
    } catch (RuntimeException | LinkageError e) {
      warning.tell(
          "RevokedTokens threw "
              + e.getClass().getName()
              + "; while it does, requests with good tokens are answered with 503. This is told once"
              + " a minute");
      return Answer.UNKNOWN;
    }
  }

  static Rejection rejection() {
    return REVOKED;
  }

  /** The same for a token that came without a request. */
  VerificationResult judge(Accepted accepted) {
    return switch (about(accepted.token())) {
      case GOOD -> accepted;
      case REVOKED -> new Rejected(REVOKED);
      case UNKNOWN -> new Undecided(RETRY);
    };
  }
}
