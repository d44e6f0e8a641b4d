package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.token.LogoutResult.Rejected;
import io.bearergate.token.LogoutResult.Undecided;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies logout tokens of the listed issuers, by the keys and algorithms of their access tokens
 * (OpenID Connect Back-Channel Logout §2.6); whether one was used before is not asked here.
 * Thread-safe; a call blocks at most 2 s, and only when it is due to wait for the issuer's keys.
 */
public final class LogoutTokens {

  /** The type is recommended only; one that says what else it is, is that. */
  private static final Set<String> TYPES = Set.of("logout+jwt", "application/logout+jwt", "jwt");

  private final Believed issuers;
  private final LogoutClaims claims;
  private final int maxTokenBytes;
  private final InstantSource clock;

  /**
   * For the tokens that these issuers send.
   *
   * @param issuers each bounds the life of its access tokens ({@link IssuerRules#maxTokenAge})
   * @param clients who we are to them: the {@code aud} must name these and nobody else
   */
  public LogoutTokens(
      List<Issuer> issuers, Set<String> clients, TokenRules rules, InstantSource clock) {
    this.issuers = Believed.of(issuers, Optional.empty(), rules.leeway());
    this.claims = new LogoutClaims(clients, rules.leeway());
    this.maxTokenBytes = rules.maxTokenBytes();
    this.clock = clock;
  }

  /** Judges {@code compactJwt}, whatever it is. */
  public LogoutResult verify(String compactJwt) {
    if (compactJwt.length() > maxTokenBytes) {
      return new Rejected("longer than max-token-size");
    }
    CompactJws jws = CompactJws.parse(compactJwt).orElse(null);
    if (jws == null) {
      return new Rejected("not three parts of base64url and JSON");
    }
    return issuers.of(jws.claims().text("iss").orElse("")) instanceof Standing.Known known
        ? verify(jws, known.issuer())
        : new Rejected("iss is no issuer that settings list");
  }

  private LogoutResult verify(CompactJws jws, Trusted trusted) {
    Optional<JwsAlgorithm> algorithm =
        jws.header().algorithm().filter(trusted.issuer().rules().algorithms()::contains);
    if (algorithm.isEmpty() || !isFit(jws.header())) {
      return new Rejected("alg is not among algorithms, typ is another, or crit, b64 or kid");
    }
    KeyLookup lookup = trusted.keysFor(jws.header().keyId(), algorithm.get());
    if (lookup instanceof KeyLookup.Unavailable unavailable) {
      return new Undecided(unavailable.retryAfter());
    }
    return lookup instanceof KeyLookup.Found found
            && FullVerification.isSignedByOneOf(found, jws, algorithm.get())
        ? claims.judge(jws.claims(), trusted.issuer(), clock.instant())
        : new Rejected("no key of the issuer made the signature");
  }

  private static boolean isFit(JoseHeader header) {
    String type = header.text("typ").orElse("").toLowerCase(Locale.ROOT);
    return (!header.has("typ") || TYPES.contains(type)) && header.isUnderstood();
  }
}
