package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.NOT_AN_ACCESS_TOKEN;

import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Other JWTs of the same issuer are no access tokens, however good their signature: ID tokens
 * (OpenID Connect Core §2), logout tokens and security events (RFC 8417 §2.2), refresh tokens that
 * are JWTs, and JARM responses.
 */
record NoLookAlike(ClaimNames names, boolean idTokensAccepted) implements TokenCheck {

  private static final Set<String> OTHER_KINDS = Set.of("refresh", "offline", "logout");
  private static final Optional<Rejection> OTHER_TOKEN =
      Optional.of(
          Rejection.of(
              NOT_AN_ACCESS_TOKEN, "a refresh, logout or event token, or a JARM response"));
  private static final Optional<Rejection> ID_TOKEN =
      Optional.of(
          Rejection.of(NOT_AN_ACCESS_TOKEN, "an ID token; id-tokens=accepted would take it"));

  @Override
  public Optional<Rejection> check(Claims claims, Instant now) {
    String kind = claims.text("typ").orElse("").toLowerCase(Locale.ROOT);
    if (OTHER_KINDS.contains(kind) || hasAny(claims, "events", "code", "response")) {
      return OTHER_TOKEN;
    }
    return !idTokensAccepted && (kind.equals("id") || looksLikeIdToken(claims))
        ? ID_TOKEN
        : Optional.empty();
  }

  private boolean looksLikeIdToken(Claims claims) {
    return hasAny(claims, "at_hash", "c_hash") || (claims.has("nonce") && grantsNothing(claims));
  }

  private boolean grantsNothing(Claims claims) {
    return Stream.of(names.scope(), names.permission(), names.role())
        .flatMap(List::stream)
        .allMatch(path -> claims.at(path).asWords().isEmpty());
  }

  private static boolean hasAny(Claims claims, String... members) {
    for (String member : members) {
      if (claims.has(member)) {
        return true;
      }
    }
    return false;
  }
}
