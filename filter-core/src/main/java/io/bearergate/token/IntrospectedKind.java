package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.NOT_AN_ACCESS_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an issuer says of a token must be of a token of its own, if it names an issuer, and of an
 * access token: {@code token_type}, if it is there, is {@code Bearer}, or {@code DPoP} and bound to
 * a key (RFC 7662 §2.2, RFC 9449 §6.2). A token bound to a key is never said to be {@code Bearer}.
 * {@code token_use} and {@code typ} are in no RFC about introspection, but where an issuer says by
 * them that it is another kind of token (Ory Hydra: {@code refresh_token}), it is. An issuer says
 * of refresh tokens too that they are active: without a type and without an audience nothing tells
 * them apart.
 */
record IntrospectedKind(Issuer issuer) implements TokenCheck {

  private static final Set<String> ACCESS = Set.of("access", "access_token");
  private static final Set<String> OTHER_TYPES =
      Set.of("refresh_token", "rt+jwt", "id_token", "logout_token", "logout+jwt", "secevent+jwt");

  private static final Optional<Rejection> FOREIGN =
      Optional.of(Rejection.of(WRONG_ISSUER, "introspection names another issuer"));
  private static final Optional<Rejection> OTHER_TYPE =
      Optional.of(Rejection.of(NOT_AN_ACCESS_TOKEN, "token_type is neither Bearer nor DPoP"));
  private static final Optional<Rejection> OTHER_USE =
      Optional.of(
          Rejection.of(NOT_AN_ACCESS_TOKEN, "token_use or typ is that of another kind of token"));
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
    if (isForOtherUse(claims)) {
      return OTHER_USE;
    }
    if (claims.has("token_type")) {
      return checkType(claims);
    }
    return claims.at(issuer.rules().claimNames().audience()).isPresent()
        ? Optional.empty()
        : NO_KIND;
  }

  private static boolean isForOtherUse(Claims claims) {
    boolean otherUse = claims.has("token_use") && !ACCESS.contains(word(claims, "token_use"));
    return otherUse || OTHER_TYPES.contains(word(claims, "typ").replaceFirst("^application/", ""));
  }

  /** In lower case; empty where there is no string. */
  private static String word(Claims claims, String name) {
    return claims.text(name).orElse("").toLowerCase(Locale.ROOT);
  }

  private Optional<Rejection> checkType(Claims claims) {
    boolean bound = isBoundToKey(claims);
    return switch (word(claims, "token_type")) {
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
