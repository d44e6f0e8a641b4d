package io.bearergate.sample.issuer;

import java.time.Instant;
import java.util.List;

/**
 * That a user has logged in.
 *
 * @param at when, the {@code auth_time}
 * @param sessionId the {@code sid} that clients are told; not the cookie
 * @param methods the {@code amr} (RFC 8176), where more than a password was asked for
 */
record Login(User user, Instant at, String sessionId, List<String> methods) {

  /** By a password. */
  Login(User user, Instant at, String sessionId) {
    this(user, at, sessionId, List.of());
  }

  /** By a password and a one-time password. */
  static Login withSecondFactor(User user, Instant at) {
    return new Login(user, at, Handles.random(), List.of("pwd", "otp", "mfa"));
  }
}
