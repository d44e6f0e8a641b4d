package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One issuer, and what is asked of its tokens.
 *
 * @param headerCheck what is asked of their headers, before any key is looked for
 * @param checks all that is asked of the claims of a token, in this order
 * @param believed whether what was verified by it still counts
 */
record Trusted(
    Issuer issuer, HeaderCheck headerCheck, List<TokenCheck> checks, BooleanSupplier believed) {

  /** One that is believed for good. */
  static Trusted by(Issuer issuer, Duration leeway) {
    return by(issuer, leeway, () -> true);
  }

  static Trusted by(Issuer issuer, Duration leeway, BooleanSupplier believed) {
    IssuerRules rules = issuer.rules();
    List<TokenCheck> checks = new ArrayList<>();
    checks.add(new Times(leeway));
    addCommon(checks, rules, rules.strictType());
    checks.add(new Expiry(leeway));
    return new Trusted(
        issuer,
        new HeaderCheck(rules.algorithms(), rules.strictType()),
        List.copyOf(checks),
        believed);
  }

  /** The same, for what the issuer itself says of its tokens: no header, and maybe no end. */
  static Trusted introspected(Issuer issuer, Duration leeway) {
    IssuerRules rules = issuer.rules();
    List<TokenCheck> checks = new ArrayList<>();
    checks.add(new Times(leeway, false));
    checks.add(new IntrospectedKind(issuer));
    addCommon(checks, rules, false);
    checks.add(new IntrospectedEnd(new Expiry(leeway)));
    return new Trusted(
        issuer, new HeaderCheck(rules.algorithms(), false), List.copyOf(checks), () -> true);
  }

  private static void addCommon(List<TokenCheck> checks, IssuerRules rules, boolean profile) {
    checks.add(new AudienceCheck(rules.audience(), rules.claimNames().audience()));
    checks.add(new PrincipalNamed(rules.claimNames().principal()));
    checks.add(new NoLookAlike(rules.claimNames(), rules.idTokensAccepted()));
    if (profile) {
      checks.add(new AccessTokenProfile());
    }
    checks.add(new RequiredClaims(rules.requiredClaims()));
    if (!rules.clients().isEmpty()) {
      checks.add(new AllowedClients(rules.clients(), rules.claimNames().client()));
    }
    rules.maxTokenAge().map(LifetimeBound::new).ifPresent(checks::add);
  }

  String identifier() {
    return issuer.identifier();
  }

  KeyLookup keysFor(@Nullable String keyId, JwsAlgorithm algorithm) {
    return issuer.keys().keysFor(keyId, algorithm);
  }

  /** Why the claims will not do; null when they will. */
  @Nullable Rejection objection(Claims claims, Instant now) {
    for (TokenCheck check : checks) {
      Rejection objection = check.check(claims, now).orElse(null);
      if (objection != null) {
        return objection;
      }
    }
    return null;
  }
}
