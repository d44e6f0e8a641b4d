package io.bearergate.introspection;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What became of asking an issuer about a token: exactly one of four. */
public sealed interface IntrospectionResult {

  /**
   * It is active, and what is said of it will do.
   *
   * @param members of the answer (RFC 7662 §2.2), not to be changed
   * @param askedAt when the issuer was asked
   */
  record Active(Map<String, Object> members, Instant askedAt) implements IntrospectionResult {
    /** No claim in a log by accident. */
    @Override
    public String toString() {
      return "Active";
    }
  }

  /** It is active, but what is said of it will not do: the token is at fault (401). */
  record Unfit(Rejection rejection) implements IntrospectionResult {}

  /** It is not active, or not for us to know: the token is at fault (401). */
  record Inactive() implements IntrospectionResult {}

  /** Nobody can tell now: we are at fault (503). */
  record Unavailable(Duration retryAfter) implements IntrospectionResult {}
}
