package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.NOT_AN_ACCESS_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an issuer says of a token must be of a token of its own, if it names an issuer, and of an
 * access token: {@code token_type}, if it is there, is {@code Bearer}, or {@code DPoP} and bound to
 * a key (RFC 7662 §2.2, RFC 9449 §6.2). A token bound to a key is never said to be {@code Bearer}.
 * An issuer says of refresh tokens too that they are active: without a type and without an audience
 * nothing tells them apart.
 */
record IntrospectedKind(Issuer issuer) implements TokenCheck {

  private static final Optional<Rejection> FOREIGN =
      Optional.of(Rejection.of(WRONG_ISSUER, "introspection names another issuer"));
  private static final Optional<Rejection> OTHER_TYPE =
      Optional.of(Rejection.of(NOT_AN_ACCESS_TOKEN, "token_type is neither Bearer nor DPoP"));
  private static final Optional<Rejection> NO_KIND =
      Optional.of(
          Rejection.of(
              NOT_AN_ACCESS_TOKEN, "neither token_type nor an audience: a refresh token, maybe"));
  private static final Optional<Rejection> UNFIT_BINDING =
      Optional.of(Rejection.of(MALFORMED_CLAIM, "token_type and cnf contradict each other"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    if (claims.has("iss") && !claims.text("iss").equals(Optional.of(issuer.identifier()))) {
      return FOREIGN;
    }
    if (claims.has("token_type")) {
      return checkType(claims);
    }
    return claims.at(issuer.rules().claimNames().audience()).isPresent()
        ? Optional.empty()
        : NO_KIND;
  }

  private Optional<Rejection> checkType(Claims claims) {
    boolean bound = isBoundToKey(claims);
    return switch (claims.text("token_type").orElse("").toLowerCase(Locale.ROOT)) {
      case "bearer" -> bound ? UNFIT_BINDING : Optional.empty();
      case "dpop" -> bound || isCertificateTaken(claims) ? Optional.empty() : UNFIT_BINDING;
      default -> OTHER_TYPE;
    };
  }

  private static boolean isBoundToKey(Claims claims) {
    return claims.named("cnf").asObject().filter(cnf -> cnf.containsKey("jkt")).isPresent();
  }

  private boolean isCertificateTaken(Claims claims) {
    return claims.has("cnf")
        && issuer.rules().leniencies().contains(Leniency.CERTIFICATE_UNDER_DPOP);
  }
}
