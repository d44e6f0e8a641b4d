package io.bearergate.sample.api;

import io.bearergate.token.AccessToken;
import io.bearergate.token.AuthorizationDetail;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which grants have been made use of: a token is good for an hour or a day, a transfer for once.
 * Thread-safe.
 */
final class SpentGrants {

  private final Set<Grant> spent = ConcurrentHashMap.newKeySet();

  private record Grant(String subject, String transaction) {}

  /**
   * Whether it had not been spent before; it is now. A grant is told from others by its {@code
   * transactionId}, else by the {@code jti} of the token it came in. What has neither could be
   * spent for ever, so it is as good as spent.
   */
  boolean spend(AuthorizationDetail detail, AccessToken token) {
    return transactionOf(detail, token)
        .map(transaction -> spent.add(new Grant(token.principalName(), transaction)))
        .orElse(false);
  }

  private static Optional<String> transactionOf(AuthorizationDetail detail, AccessToken token) {
    return detail
        .field("transactionId")
        .asText()
        .map(id -> "transaction " + id)
        .or(() -> token.claim("jti").asText().map(id -> "token " + id));
  }
}
