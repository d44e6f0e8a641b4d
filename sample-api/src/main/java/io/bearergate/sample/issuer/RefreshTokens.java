package io.bearergate.sample.issuer;

import io.bearergate.sample.issuer.RefreshFamily.Origin;
import io.bearergate.sample.issuer.RefreshFamily.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The refresh tokens there are. One that was used is remembered: whoever presents it again has
 * stolen it or has been stolen from, and the whole family ends (RFC 9700 §4.14.2). Only digests are
 * kept. Thread-safe: of two that present one token at the same time, one gets a successor.
 */
final class RefreshTokens {

  private static final String PREFIX = "bgr_";

  /** Longer than any two requests can overlap. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private static final System.Logger LOG = System.getLogger(RefreshTokens.class.getName());

  private final RefreshFamilies families = new RefreshFamilies();

  /** Codes that a family began with, or were presented again before it could. */
  private final SingleUse codes;

  private final RefreshRules rules;
  private final InstantSource clock;

  RefreshTokens(RefreshRules rules, InstantSource clock) {
    this.codes = new SingleUse(clock);
    this.rules = rules;
    this.clock = clock;
  }

  /** The first of a family; none if its code has been presented again meanwhile. */
  synchronized Optional<String> begin(Origin origin) {
    Instant now = clock.instant();
    families.drop(family -> family.isOver(now, rules));
    if (!origin.code().map(code -> isFirst(code, now)).orElse(true)) {
      return Optional.empty();
    }
    String token = newToken();
    Digest digest = Digest.of(token);
    families.begin(RefreshFamily.begin(origin, digest, now, now.plus(rules.absolute())), digest);
    return Optional.of(token);
  }

  /** What a refresh token of this client stands for; to present a used one raises the alarm. */
  synchronized Optional<Granted> presented(String token, Client client) {
    return goodFamily(token, client).map(RefreshFamily::granted);
  }

  /** Uses it; the token to go on with, which is the same one if the client's do not rotate. */
  synchronized Optional<String> use(String token, Client client) {
    return goodFamily(token, client)
        .map(family -> successor(token, family, client.rotatesRefreshTokens()));
  }

  /** Whose it is and what for, without using it; empty if it is good for nothing now. */
  synchronized Optional<RefreshFamily> find(String token) {
    return families
        .of(Digest.of(token))
        .filter(family -> standing(token, family) == Standing.ACTIVE);
  }

  /** Ends the family, and with it what else the rules say. */
  synchronized void revoke(RefreshFamily revoked) {
    families.drop(
        other ->
            other.id().equals(revoked.id())
                || (rules.revocationDeletesGrant() && other.sharesGrantWith(revoked)));
  }

  /** Ends what came of a code that is presented once more (RFC 6749 §4.1.2). */
  synchronized void revokeDescendants(String code) {
    Digest digest = Digest.of(code);
    isFirst(digest, clock.instant());
    families.drop(family -> family.origin().code().filter(digest::equals).isPresent());
  }

  private boolean isFirst(Digest code, Instant now) {
    return codes.isFirst(code.value(), now.plus(OVERLAP));
  }

  private Optional<RefreshFamily> goodFamily(String token, Client client) {
    return families
        .of(Digest.of(token))
        .filter(family -> family.granted().isFor(client))
        .filter(family -> isGood(token, family));
  }

  private boolean isGood(String token, RefreshFamily family) {
    Standing standing = standing(token, family);
    if (standing == Standing.REUSED) {
      families.drop(family::equals);
      LOG.log(
          System.Logger.Level.WARNING,
          "rt_reuse: the refresh tokens of a login at {0} are revoked",
          family.granted().client().id());
    }
    return standing == Standing.ACTIVE || standing == Standing.FORGIVEN;
  }

  private Standing standing(String token, RefreshFamily family) {
    return family.standing(Digest.of(token), clock.instant(), rules);
  }

  private String successor(String token, RefreshFamily family, boolean rotating) {
    if (!rotating && !family.current().rotating()) {
      families.put(family.used(clock.instant()));
      return token;
    }
    String next = newToken();
    Digest digest = Digest.of(next);
    families.put(
        standing(token, family) == Standing.FORGIVEN
            ? family.withSibling(digest, rotating)
            : family.succeeded(Digest.of(token), digest, rotating, clock.instant()),
        digest);
    dropOtherKind(family, rotating);
    return next;
  }

  /** After rotation was switched on or off, what is still of the other kind may not stay in use. */
  private void dropOtherKind(RefreshFamily converted, boolean rotating) {
    families.drop(
        other -> other.sharesGrantWith(converted) && other.current().rotating() != rotating);
  }

  private static String newToken() {
    return PREFIX + Handles.random();
  }
}
