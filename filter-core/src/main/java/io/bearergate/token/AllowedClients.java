package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.CLIENT_NOT_ALLOWED;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The token must have been issued to one of the clients of the setting {@code clients}. */
record AllowedClients(Set<String> clients, List<ClaimPath> names) implements TokenCheck {

  private static final Optional<Rejection> NOT_ALLOWED =
      Optional.of(Rejection.of(CLIENT_NOT_ALLOWED, "issued to a client that is not among clients"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    return claims.firstText(names).filter(clients::contains).isPresent()
        ? Optional.empty()
        : NOT_ALLOWED;
  }
}
