package io.bearergate.sample.issuer;

import io.bearergate.sample.issuer.PendingAuthorization.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A backchannel authentication request that has passed every check (CIBA Core §7.1). */
record BackchannelAsk(
    Client client, Access access, User user, String bindingMessage, Duration life) {

  /** What the user is to decide, and to compare with what the other device shows. */
  Wanted wanted(Instant made, Instant end) {
    return new Wanted(
        client,
        access,
        Optional.of(user),
        List.of("Message: " + bindingMessage, "Asked at " + made + ", open until " + end));
  }
}
