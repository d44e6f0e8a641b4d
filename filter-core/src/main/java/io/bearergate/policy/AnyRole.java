package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One of these roles; a scope or permission of the name does not count. */
record AnyRole(List<String> wanted) implements Demand {

  AnyRole {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return wanted.stream().anyMatch(token.roles()::contains)
        ? Optional.empty()
        : Optional.of(Rejection.of(Reason.MISSING_ROLE, "the token has no role of the rule"));
  }
}
