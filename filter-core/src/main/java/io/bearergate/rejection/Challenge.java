package io.bearergate.rejection;

import java.time.Duration;
import java.util.List;

/**
 * The whole answer to a request that is turned away, ready to be written. Immutable; holds nothing
 * of the request.
 *
 * @param status the HTTP status
 * @param headers in the order to be written; {@code WWW-Authenticate} first where there is one
 * @param body an {@code application/problem+json} document (RFC 9457), or empty for none
 */
public record Challenge(int status, List<HeaderField> headers, String body) {

  /** One line of a header. */
  public record HeaderField(String name, String value) {}

  public Challenge {
    headers = List.copyOf(headers);
  }

  /** Seconds to put into {@code Retry-After}: rounded up, at least 1 (RFC 9110 §10.2.3). */
  static long seconds(Duration retryAfter) {
    return Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
