package io.bearergate.token;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import java.time.Duration;

/** What became of one token: exactly one of three. */
public sealed interface VerificationResult {

  /** Genuine, current and for us. */
  record Accepted(AccessToken token) implements VerificationResult {}

  /** The token is at fault; another one may do (RFC 6750 §3.1, {@code invalid_token}). */
  record Rejected(Rejection rejection) implements VerificationResult {}

  /**
   * We are at fault: nothing to judge by. Not a 401, which would make good clients throw good
   * tokens away.
   *
   * @param reason what could not be had
   */
  record Undecided(Duration retryAfter, Reason reason) implements VerificationResult {
    /** No keys to judge by. */
    public Undecided(Duration retryAfter) {
      this(retryAfter, Reason.KEYS_UNAVAILABLE);
    }
  }
}
