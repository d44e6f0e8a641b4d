package io.bearergate.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A logout token that passed every check (OpenID Connect Back-Channel Logout §2.4). Immutable.
 *
 * @param issuer as the settings name it
 * @param id its {@code jti}, 1 to 256 characters
 * @param issuedAt to the second
 * @param subject whose sessions end, or whose session {@code session} is; 1 to 1,000 characters
 * @param session the one session that ends; empty: all of {@code subject}
 * @param longestLife how long after the logout a token that it means can be accepted, leeway and
 *     all
 */
public record LogoutToken(
    String issuer,
    String id,
    Instant issuedAt,
    Optional<String> subject,
    Optional<String> session,
    Duration longestLife) {

  /** Names nobody: claims do not belong in logs. */
  @Override
  public String toString() {
    return "LogoutToken[" + issuer + "]";
  }
}
