package io.bearergate.token;

import java.util.Set;

/**
 * Whom a token must be for (RFC 7519 §4.1.3). Immutable.
 *
 * @param accepted the values of which the token must name one; empty exactly when unchecked
 * @param unchecked a visible danger: tokens meant for anybody are taken; logged at every start
 */
public record Audience(Set<String> accepted, boolean unchecked) {
  public Audience {
    accepted = Set.copyOf(accepted);
    if (accepted.isEmpty() != unchecked) {
      throw new IllegalArgumentException("Either values to accept, or unchecked");
    }
  }

  /** Tokens for one of these. */
  public static Audience of(Set<String> accepted) {
    return new Audience(accepted, false);
  }

  /** Tokens for anybody. */
  public static Audience ofAnybody() {
    return new Audience(Set.of(), true);
  }
}
