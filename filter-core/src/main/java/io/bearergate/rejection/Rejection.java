package io.bearergate.rejection;

import java.util.Locale;
import java.util.Map;

/**
 * Why a request was turned away. Immutable.
 *
 * @param reason stable: metric tags, log codes and tests name it, and it settles the status and
 *     error code of the answer
 * @param detail a fixed phrase for our log; never token, claim or header text
 * @param told what the client is told beyond what the reason says, by auth-param name ({@code
 *     scope}, {@code acr_values}); from our settings alone, never from the request
 */
public record Rejection(Reason reason, String detail, Map<String, String> told) {

  /** The kinds of answer that {@code flows.md} §4.3 knows. */
  public enum Answer {
    /** 401 without {@code error}: nothing was presented (RFC 6750 §3.1, last paragraph). */
    NO_CREDENTIALS(401, ""),
    /** 400: the request itself is malformed (RFC 6750 §3.1). */
    INVALID_REQUEST(400, "invalid_request"),
    /** 401: the token will not do; another may (RFC 6750 §3.1). */
    INVALID_TOKEN(401, "invalid_token"),
    /** 401: the token is bound to a key, and this was not its holder's use (RFC 9449 §7.1). */
    INVALID_BINDING(401, "invalid_token"),
    /** 401: the proof will not do; a fresh one may (RFC 9449 §7.1). */
    INVALID_PROOF(401, "invalid_dpop_proof"),
    /** 401: the same proof with the nonce of this answer will do (RFC 9449 §9). */
    NONCE_WANTED(401, "use_dpop_nonce"),
    /** 401: the token is good, but the user has to sign in again, or better (RFC 9470 §3). */
    STEP_UP(401, "insufficient_user_authentication"),
    /** 403: the token is good, but not for this (RFC 6750 §3.1). */
    INSUFFICIENT_SCOPE(403, "insufficient_scope"),
    /** 403 without a challenge: no token changes the answer. */
    FORBIDDEN(403, ""),
    /** 400 without a challenge: the path can be read in two ways. */
    BAD_PATH(400, ""),
    /** 503: there is nothing to judge by. */
    UNAVAILABLE(503, "");

    private final int status;
    private final String error;

    Answer(int status, String error) {
      this.status = status;
      this.error = error;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The RFC 6750 error code; empty where the answer has none. */
    public String error() {
      return error;
    }
  }

  /** Every reason there is. Names are stable. */
  public enum Reason {
    NO_CREDENTIALS(Answer.NO_CREDENTIALS),
    REPEATED_CREDENTIALS(Answer.INVALID_REQUEST),
    MALFORMED_CREDENTIALS(Answer.INVALID_TOKEN),
    TOKEN_TOO_LONG(Answer.INVALID_TOKEN),
    MALFORMED_TOKEN(Answer.INVALID_TOKEN),
    UNDECRYPTABLE_TOKEN(Answer.INVALID_TOKEN),
    UNENCRYPTED_TOKEN(Answer.INVALID_TOKEN),
    ALGORITHM_NOT_ALLOWED(Answer.INVALID_TOKEN),
    TYPE_NOT_ALLOWED(Answer.INVALID_TOKEN),
    CRITICAL_HEADER(Answer.INVALID_TOKEN),
    WRONG_ISSUER(Answer.INVALID_TOKEN),
    UNKNOWN_KEY(Answer.INVALID_TOKEN),
    BAD_SIGNATURE(Answer.INVALID_TOKEN),
    MALFORMED_CLAIM(Answer.INVALID_TOKEN),
    MISSING_CLAIM(Answer.INVALID_TOKEN),
    NOT_YET_VALID(Answer.INVALID_TOKEN),
    ISSUED_IN_FUTURE(Answer.INVALID_TOKEN),
    TOO_LONG_LIVED(Answer.INVALID_TOKEN),
    WRONG_AUDIENCE(Answer.INVALID_TOKEN),
    CLIENT_NOT_ALLOWED(Answer.INVALID_TOKEN),
    NOT_AN_ACCESS_TOKEN(Answer.INVALID_TOKEN),
    EXPIRED(Answer.INVALID_TOKEN),
    INACTIVE_TOKEN(Answer.INVALID_TOKEN),
    BOUND_TOKEN(Answer.INVALID_TOKEN),
    UNBOUND_TOKEN(Answer.INVALID_TOKEN),
    WRONG_CERTIFICATE(Answer.INVALID_TOKEN),
    DOWNGRADED_TOKEN(Answer.INVALID_BINDING),
    MISSING_PROOF(Answer.INVALID_BINDING),
    WRONG_PROOF_KEY(Answer.INVALID_BINDING),
    MALFORMED_PROOF(Answer.INVALID_PROOF),
    BAD_PROOF_SIGNATURE(Answer.INVALID_PROOF),
    PROOF_FOR_OTHER_REQUEST(Answer.INVALID_PROOF),
    PROOF_NOT_CURRENT(Answer.INVALID_PROOF),
    NONCE_NOT_CURRENT(Answer.NONCE_WANTED),
    PROOF_REPLAYED(Answer.INVALID_PROOF),
    TOO_MANY_PROOFS(Answer.INVALID_PROOF),
    REVOKED(Answer.INVALID_TOKEN),
    INSUFFICIENT_ACR(Answer.STEP_UP),
    AUTHENTICATION_TOO_OLD(Answer.STEP_UP),
    MISSING_SCOPE(Answer.INSUFFICIENT_SCOPE),
    MISSING_PERMISSION(Answer.INSUFFICIENT_SCOPE),
    MISSING_ROLE(Answer.INSUFFICIENT_SCOPE),
    WRONG_CLIENT(Answer.INSUFFICIENT_SCOPE),
    MISSING_AUTHORIZATION_DETAILS(Answer.INSUFFICIENT_SCOPE),
    DENIED(Answer.FORBIDDEN),
    METHOD_NOT_COVERED(Answer.FORBIDDEN),
    AMBIGUOUS_PATH(Answer.BAD_PATH),
    KEYS_UNAVAILABLE(Answer.UNAVAILABLE),
    INTROSPECTION_UNAVAILABLE(Answer.UNAVAILABLE),
    PROOFS_UNAVAILABLE(Answer.UNAVAILABLE),
    REVOCATIONS_UNAVAILABLE(Answer.UNAVAILABLE);

    private final Answer answer;

    Reason(Answer answer) {
      this.answer = answer;
    }

    /** What the client gets. */
    public Answer answer() {
      return answer;
    }

    /** The stable code for logs and metrics: the name in lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Rejection {
    told = Map.copyOf(told);
  }

  /** A rejection that tells the client nothing beyond its reason. */
  public static Rejection of(Reason reason, String detail) {
    return new Rejection(reason, detail, Map.of());
  }
}
