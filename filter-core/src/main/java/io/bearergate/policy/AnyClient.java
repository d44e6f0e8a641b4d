package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Issued to one of these clients. */
record AnyClient(List<String> wanted) implements Demand {

  AnyClient {
    wanted = List.copyOf(wanted);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return token.clientId().filter(wanted::contains).isPresent()
        ? Optional.empty()
        : Optional.of(Rejection.of(Reason.WRONG_CLIENT, "the token is for another client"));
  }
}
