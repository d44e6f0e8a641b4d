package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The token must be for us: one of its audience values equals one of ours (RFC 7519 §4.1.3). */
record AudienceCheck(Audience audience, ClaimPath path) implements TokenCheck {

  private static final Optional<Rejection> MALFORMED =
      Optional.of(
          Rejection.of(
              MALFORMED_CLAIM, "the audience is neither a string nor an array of strings"));
  private static final Optional<Rejection> WRONG =
      Optional.of(Rejection.of(WRONG_AUDIENCE, "the token is for another API"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    if (audience.unchecked()) {
      return Optional.empty();
    }
    Optional<List<String>> values = claims.at(path).asAudience();
    if (values.isEmpty()) {
      return MALFORMED;
    }
    return Collections.disjoint(values.get(), audience.accepted()) ? WRONG : Optional.empty();
  }
}
