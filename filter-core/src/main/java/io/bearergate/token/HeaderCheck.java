package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.ALGORITHM_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.CRITICAL_HEADER;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.TYPE_NOT_ALLOWED;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.rejection.Rejection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The header must name an allowed algorithm and the type of an access token, and want nothing we do
 * not understand.
 */
record HeaderCheck(Set<JwsAlgorithm> algorithms, boolean strictType) {

  private static final Set<String> ACCESS_TOKEN_TYPES = Set.of("at+jwt", "application/at+jwt");
  private static final Rejection BAD_ALGORITHM =
      Rejection.of(ALGORITHM_NOT_ALLOWED, "alg is not among algorithms");
  private static final Rejection BAD_TYPE =
      Rejection.of(TYPE_NOT_ALLOWED, "typ is not that of an access token");
  private static final Rejection CRITICAL =
      Rejection.of(CRITICAL_HEADER, "crit, or b64 that is not true");
  private static final Rejection BAD_KEY_ID = Rejection.of(MALFORMED_TOKEN, "kid is not a string");

  Optional<Rejection> check(JoseHeader header) {
    if (header.algorithm().filter(algorithms::contains).isEmpty()) {
      return Optional.of(BAD_ALGORITHM);
    }
    if (!isAccessTokenType(header)) {
      return Optional.of(BAD_TYPE);
    }
    if (header.has("crit") || header.hasUnencodedPayload()) {
      return Optional.of(CRITICAL);
    }
    return header.has("kid") && header.keyId() == null ? Optional.of(BAD_KEY_ID) : Optional.empty();
  }

  private boolean isAccessTokenType(JoseHeader header) {
    if (!header.has("typ")) {
      return !strictType;
    }
    String type = header.text("typ").orElse("").toLowerCase(Locale.ROOT);
    return ACCESS_TOKEN_TYPES.contains(type) || (!strictType && type.equals("jwt"));
  }
}
