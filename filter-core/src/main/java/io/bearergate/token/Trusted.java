package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.rejection.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One issuer, and what is asked of its tokens.
 *
 * @param checks all that is asked of the claims of a token, in this order
 * @param timeChecks those of them whose answer changes as time passes
 */
record Trusted(Issuer issuer, List<TokenCheck> checks, List<TokenCheck> timeChecks) {

  static Trusted by(Issuer issuer, TokenRules rules) {
    Times times = new Times(rules.leeway());
    Expiry expiry = new Expiry(rules.leeway());
    List<TokenCheck> checks = new ArrayList<>();
    checks.add(times);
    checks.add(new AudienceCheck(issuer.audience(), rules.claimNames().audience()));
    checks.add(new PrincipalNamed(rules.claimNames().principal()));
    checks.add(new NoLookAlike(rules.claimNames(), rules.idTokensAccepted()));
    if (rules.strictType()) {
      checks.add(new AccessTokenProfile());
    }
    checks.add(new RequiredClaims(rules.requiredClaims()));
    if (!rules.clients().isEmpty()) {
      checks.add(new AllowedClients(rules.clients()));
    }
    rules.maxTokenAge().map(LifetimeBound::new).ifPresent(checks::add);
    checks.add(expiry);
    return new Trusted(issuer, List.copyOf(checks), List.of(times, expiry));
  }

  String identifier() {
    return issuer.identifier();
  }

  KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    return issuer.keys().keysFor(keyId, algorithm);
  }

  /** Why the claims will not do; null when they will. */
  @Nullable Rejection objection(Claims claims, Instant now) {
    return first(checks, claims, now);
  }

  /** The same of claims that did before: why they no longer do, or not yet. */
  @Nullable Rejection objectionInTime(Claims claims, Instant now) {
    return first(timeChecks, claims, now);
  }

  private static @Nullable Rejection first(List<TokenCheck> checks, Claims claims, Instant now) {
    for (TokenCheck check : checks) {
      Rejection objection = check.check(claims, now).orElse(null);
      if (objection != null) {
        return objection;
      }
    }
    return null;
  }
}
