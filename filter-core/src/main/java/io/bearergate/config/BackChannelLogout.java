package io.bearergate.config;

import java.util.Set;

/**
 * Where issuers tell that a user has logged out (OpenID Connect Back-Channel Logout §2.2).
 * Immutable.
 *
 * @param path the one path, as the container decodes it and without the context path
 * @param clients who we are to the issuers: what the {@code aud} of logout tokens may name
 */
public record BackChannelLogout(String path, Set<String> clients) {
  public BackChannelLogout {
    clients = Set.copyOf(clients);
    if (clients.isEmpty()) {
      throw new IllegalArgumentException("At least one client must be accepted");
    }
  }
}
