package io.bearergate.token;

import java.time.Duration;

/** What became of one logout token: exactly one of three. */
public sealed interface LogoutResult {

  /** It is the issuer's word. */
  record Accepted(LogoutToken token) implements LogoutResult {}

  /**
   * It will not do.
   *
   * @param detail a fixed phrase for our log; never token or claim text
   */
  record Rejected(String detail) implements LogoutResult {}

  /** There are no keys to judge by now. */
  record Undecided(Duration retryAfter) implements LogoutResult {}
}
