package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Meant for one of these APIs; compared character for character. */
record AnyAudience(List<String> wanted) implements Demand {

  AnyAudience {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return wanted.stream().anyMatch(token.audience()::contains)
        ? Optional.empty()
        : Optional.of(
            Rejection.of(Reason.WRONG_AUDIENCE, "the token is for no audience of the rule"));
  }
}
