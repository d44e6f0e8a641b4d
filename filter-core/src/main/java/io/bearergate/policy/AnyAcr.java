package io.bearergate.policy;

import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user signed in at one of these levels (RFC 9470 §4); a token that names none will not do.
 *
 * @param wanted any of them will do
 * @param ofRule all that the rule asks of the sign-in, by parameter: what the client is told
 */
record AnyAcr(List<String> wanted, Map<String, String> ofRule) implements Demand {

  AnyAcr {
    wanted = List.copyOf(wanted);
    ofRule = Map.copyOf(ofRule);
  }

  @Override
  public Optional<Rejection> missingFrom(AccessToken token, Instant now) {
    return token.authenticationContext().filter(wanted::contains).isPresent()
        ? Optional.empty()
        : Optional.of(new Rejection(Reason.INSUFFICIENT_ACR, "acr is none of the rule's", ofRule));
  }
}
