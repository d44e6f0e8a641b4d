package io.bearergate.rejection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  public record HeaderField(String name, String value) {

    /** {@code Retry-After} in seconds: rounded up, at least 1 (RFC 9110 §10.2.3). */
    public static HeaderField retryAfter(Duration wait) {
      long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      return new HeaderField("Retry-After", Long.toString(seconds));
    }
  }

  public Challenge {
    headers = List.copyOf(headers);
  }

  /** The same with more headers, after the others. */
  public Challenge with(Map<String, String> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<HeaderField> all = new ArrayList<>(headers);
    more.forEach((name, value) -> all.add(new HeaderField(name, value)));
    return new Challenge(status, all, body);
  }
}
