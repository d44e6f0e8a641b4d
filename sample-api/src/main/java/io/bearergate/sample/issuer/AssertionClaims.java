package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of a client's assertion must say (RFC 7523 §3): by the client itself, for this
 * issuer and nobody else, short-lived, and never seen before.
 */
final class AssertionClaims {

  private static final int LONGEST_NAME = 64;
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final IssuerAddress address;
  private final InstantSource clock;
  private final SingleUse seen;

  AssertionClaims(IssuerAddress address, InstantSource clock) {
    this.address = address;
    this.clock = clock;
    this.seen = new SingleUse(clock);
  }

  /** To be asked last, and once for each request: a good assertion is used up by it. */
  boolean areMetBy(JWTClaimsSet claims) {
    return isByItself(claims)
        && claims.getAudience().equals(List.of(address.value()))
        && isCurrent(claims, clock.instant())
        && isNew(claims);
  }

  private static boolean isByItself(JWTClaimsSet claims) {
    return claims.getSubject().equals(claims.getIssuer()) && isName(claims.getSubject());
  }

  private static boolean isCurrent(JWTClaimsSet claims, Instant now) {
    return time(claims.getExpirationTime())
            .filter(now::isBefore)
            .filter(end -> !end.isAfter(now.plus(LONGEST_LIFE)))
            .isPresent()
        && hasCome(claims.getIssueTime(), now)
        && hasCome(claims.getNotBeforeTime(), now);
  }

  private boolean isNew(JWTClaimsSet claims) {
    return Optional.ofNullable(claims.getJWTID())
        .filter(AssertionClaims::isName)
        .filter(
            id ->
                seen.isFirst(
                    claims.getSubject() + " " + id, claims.getExpirationTime().toInstant()))
        .isPresent();
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  private static boolean hasCome(@Nullable Date date, Instant now) {
    return time(date).filter(now.plus(SKEW)::isBefore).isEmpty();
  }

  private static Optional<Instant> time(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
