package io.bearergate.token;

import io.bearergate.token.LogoutResult.Accepted;
import io.bearergate.token.LogoutResult.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the claims of a logout token must say (OpenID Connect Back-Channel Logout §2.4, §2.6).
 *
 * @param clients who we are to the issuer
 */
record LogoutClaims(Set<String> clients, Duration leeway) {

  /** The specification wants an {@code exp} of two minutes at the most. */
  static final Duration OLDEST = Duration.ofMinutes(5);

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_NAME = 1_000;

  LogoutClaims {
    clients = Set.copyOf(clients);
  }

  /** Judges the claims of what {@code issuer} has signed. */
  LogoutResult judge(Claims claims, Issuer issuer, Instant now) {
    Instant issuedAt = claims.time("iat").orElse(null);
    Instant expiry = claims.time("exp").orElse(null);
    String id = claims.text("jti").filter(text -> isName(text, LONGEST_ID)).orElse(null);
    Duration longestLife = issuer.rules().maxTokenAge().orElse(null);
    if (issuedAt == null || expiry == null || id == null || longestLife == null) {
      return new Rejected("iat, exp or jti is missing or malformed, or max-token-age is not set");
    }
    if (!isCurrent(issuedAt, expiry, claims, now)) {
      return new Rejected("iat, nbf or exp is not of now");
    }
    List<String> audience = claims.named("aud").asAudience().orElse(List.of());
    if (audience.isEmpty() || !clients.containsAll(audience)) {
      return new Rejected("aud is not back-channel-logout-clients");
    }
    if (!isLogout(claims)) {
      return new Rejected("events does not say logout, or there is a nonce, or no sub and no sid");
    }
    return new Accepted(
        new LogoutToken(
            issuer.identifier(),
            id,
            issuedAt,
            claims.text("sub"),
            claims.text("sid"),
            longestLife.plus(leeway.multipliedBy(2)).plusSeconds(1)));
  }

  private boolean isCurrent(Instant issuedAt, Instant expiry, Claims claims, Instant now) {
    Instant latest = now.plus(leeway);
    boolean begun =
        !claims.has("nbf") || claims.time("nbf").filter(nbf -> !nbf.isAfter(latest)).isPresent();
    return begun
        && !issuedAt.isAfter(latest)
        && !issuedAt.isBefore(now.minus(OLDEST).minus(leeway))
        && now.minus(leeway).isBefore(expiry);
  }

  private static boolean isLogout(Claims claims) {
    boolean event =
        claims
            .named("events")
            .asObject()
            .filter(events -> events.get(EVENT) instanceof Map<?, ?>)
            .isPresent();
    return event
        && !claims.has("nonce")
        && (claims.has("sub") || claims.has("sid"))
        && isNameIfPresent(claims, "sub")
        && isNameIfPresent(claims, "sid");
  }

  private static boolean isNameIfPresent(Claims claims, String claim) {
    Optional<String> name = claims.text(claim);
    return !claims.has(claim) || name.filter(text -> isName(text, LONGEST_NAME)).isPresent();
  }

  private static boolean isName(String text, int longest) {
    return !text.isEmpty() && text.length() <= longest;
  }
}
