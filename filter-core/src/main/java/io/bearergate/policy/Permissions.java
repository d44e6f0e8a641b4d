package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every one of these permissions; a scope or role of the name does not count. */
record Permissions(List<String> wanted) implements Demand {

  Permissions {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return token.permissions().containsAll(wanted)
        ? Optional.empty()
        : Optional.of(
            Rejection.of(Reason.MISSING_PERMISSION, "the token lacks a permission of the rule"));
  }
}
