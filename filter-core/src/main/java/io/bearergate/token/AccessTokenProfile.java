package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Under {@code typ=strict} every claim that RFC 9068 §2.2 requires must be there; {@code iss},
 * {@code exp} and {@code aud} have checks of their own.
 */
record AccessTokenProfile() implements TokenCheck {

  private static final List<String> TEXTS = List.of("sub", "client_id", "jti");
  private static final Optional<Rejection> INCOMPLETE =
      Optional.of(
          Rejection.of(MISSING_CLAIM, "typ=strict and sub, client_id, jti, aud or iat is missing"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    boolean complete =
        claims.has("iat")
            && claims.has("aud")
            && TEXTS.stream().allMatch(name -> isNamed(claims, name));
    return complete ? Optional.empty() : INCOMPLETE;
  }

  private static boolean isNamed(Claims claims, String name) {
    return claims.text(name).filter(text -> !text.isBlank()).isPresent();
  }
}
