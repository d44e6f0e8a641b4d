package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Optional;

/**
 * The principal claim must be a non-empty string without control characters, and {@code sub} a
 * string wherever it stands (RFC 7519 §4.1.2).
 */
record PrincipalNamed(ClaimPath principal) implements TokenCheck {

  private static final Optional<Rejection> NAMELESS =
      Optional.of(
          Rejection.of(
              MISSING_CLAIM,
              "the principal claim is not a non-empty string without control characters"));
  private static final Optional<Rejection> BAD_SUBJECT =
      Optional.of(Rejection.of(MALFORMED_CLAIM, "sub is not a string"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    if (claims.at(principal).asText().filter(PrincipalNamed::isName).isEmpty()) {
      return NAMELESS;
    }
    return claims.has("sub") && claims.text("sub").isEmpty() ? BAD_SUBJECT : Optional.empty();
  }

  /** Containers write the name into their logs, where a line break would forge a line. */
  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return false;
      }
    }
    return !name.isBlank();
  }
}
