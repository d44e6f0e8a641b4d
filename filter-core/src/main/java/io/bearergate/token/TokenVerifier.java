package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.ALGORITHM_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.BOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.TOKEN_TOO_LONG;
import static io.bearergate.rejection.Rejection.Reason.UNDECRYPTABLE_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.UNENCRYPTED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.UNKNOWN_KEY;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;

import io.bearergate.keys.DecryptionKeys;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.keys.VerificationKey;
import io.bearergate.rejection.Rejection;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import io.bearergate.token.VerificationResult.Undecided;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies compact JWT access tokens of the issuers it was made for. Needs no HTTP request, so a
 * message consumer can use it as well as a filter. Thread-safe; a call blocks at most 2 s, and only
 * when it is due to wait for the issuer's keys.
 */
public final class TokenVerifier {

  private static final Logger LOG = System.getLogger("io.bearergate.token");

  private static final Rejection TOO_LONG =
      Rejection.of(TOKEN_TOO_LONG, "longer than max-token-size");
  private static final Rejection MALFORMED =
      Rejection.of(MALFORMED_TOKEN, "not three parts of base64url and JSON");
  private static final Rejection UNFIT_ENVELOPE =
      Rejection.of(
          ALGORITHM_NOT_ALLOWED,
          "an encrypted token whose alg, enc or cty is not taken, or with zip, crit or p2c");
  private static final Rejection SEALED =
      Rejection.of(UNDECRYPTABLE_TOKEN, "no key of ours decrypts it, or it was altered");
  private static final Rejection PLAIN =
      Rejection.of(UNENCRYPTED_TOKEN, "encrypted-tokens=required, and the token is not");
  private static final Rejection FOREIGN =
      Rejection.of(WRONG_ISSUER, "iss is no configured issuer");
  private static final Rejection NO_KEY =
      Rejection.of(UNKNOWN_KEY, "the issuer has no such key for this alg");
  private static final Rejection FORGED =
      Rejection.of(BAD_SIGNATURE, "no key of the issuer made the signature");

  private final Map<String, Trusted> issuers = new HashMap<>();
  private final HeaderCheck headerCheck;
  private final TokenRules rules;
  private final InstantSource clock;

  /** One issuer, and what is asked of its tokens. */
  private record Trusted(Issuer issuer, List<TokenCheck> checks) {}

  /** A verifier for tokens of these issuers and of nobody else. */
  public TokenVerifier(List<Issuer> issuers, TokenRules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
    this.headerCheck = new HeaderCheck(rules.algorithms(), rules.strictType());
    issuers.forEach(
        issuer ->
            this.issuers.put(issuer.identifier(), new Trusted(issuer, checksFor(issuer, rules))));
  }

  private static List<TokenCheck> checksFor(Issuer issuer, TokenRules rules) {
    List<TokenCheck> checks = new ArrayList<>();
    checks.add(new Times(rules.leeway()));
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
    checks.add(new Expiry(rules.leeway()));
    return List.copyOf(checks);
  }

  /**
   * Verifies a bearer token: one with {@code cnf} is rejected, since only a request can prove that
   * its presenter holds it.
   *
   * @param compactJwt three base64url parts, or five where decryption keys are set; anything else
   *     is rejected, never thrown at
   */
  public VerificationResult verify(String compactJwt) {
    VerificationResult result = verifyExceptBinding(compactJwt);
    return result instanceof Accepted accepted && accepted.token().isBound()
        ? new Rejected(
            Rejection.of(BOUND_TOKEN, "a bound token without a request to prove possession"))
        : result;
  }

  /**
   * Verifies all of a token but its binding to a holder; whoever calls this must look at {@link
   * AccessToken#isBound()} and check the proof.
   */
  public VerificationResult verifyExceptBinding(String compactJwt) {
    if (compactJwt.length() > rules.maxTokenBytes()) {
      return rejected(TOO_LONG, "-", new TokenTrace(compactJwt, "-", null));
    }
    if (rules.decryptionKeys().isPresent() && CompactJwe.isOne(compactJwt)) {
      return decryptAndVerify(compactJwt, rules.decryptionKeys().get());
    }
    return rules.plainTokensAccepted()
        ? verify(CompactJws.parse(compactJwt), compactJwt)
        : rejected(PLAIN, "-", new TokenTrace(compactJwt, "-", null));
  }

  private VerificationResult decryptAndVerify(String compactJwe, DecryptionKeys keys) {
    TokenTrace trace = new TokenTrace(compactJwe, "-", null);
    CompactJwe jwe = CompactJwe.parse(compactJwe).orElse(null);
    if (jwe == null) {
      return rejected(MALFORMED, "-", trace);
    }
    if (!keys.take(jwe.header())) {
      return rejected(UNFIT_ENVELOPE, "-", trace);
    }
    Optional<String> content = keys.decrypt(jwe.header(), jwe.parts());
    return content.isEmpty()
        ? rejected(SEALED, "-", trace)
        : verify(CompactJws.parse(content.get(), compactJwe), compactJwe);
  }

  private VerificationResult verify(Optional<CompactJws> parsed, String presented) {
    if (parsed.isEmpty()) {
      return rejected(MALFORMED, "-", new TokenTrace(presented, "-", null));
    }
    CompactJws jws = parsed.get();
    Optional<Rejection> objection = headerCheck.check(jws.header());
    if (objection.isPresent()) {
      return rejected(objection.get(), "-", TokenTrace.of(jws));
    }
    Trusted trusted = jws.claims().text("iss").map(issuers::get).orElse(null);
    return trusted == null
        ? rejected(FOREIGN, "-", TokenTrace.of(jws))
        : verify(jws, jws.header().algorithm().orElseThrow(), trusted);
  }

  private VerificationResult verify(CompactJws jws, JwsAlgorithm algorithm, Trusted trusted) {
    KeyLookup lookup = trusted.issuer().keys().keysFor(jws.header().keyId(), algorithm);
    if (lookup instanceof KeyLookup.Unavailable unavailable) {
      return new Undecided(unavailable.retryAfter());
    }
    if (!(lookup instanceof KeyLookup.Found found)) {
      return rejected(NO_KEY, trusted.issuer().identifier(), TokenTrace.of(jws));
    }
    byte[] signingInput = jws.signingInput();
    for (VerificationKey key : found.keys()) {
      if (key.verifies(algorithm, signingInput, jws.signature())) {
        return checkClaims(jws, trusted);
      }
    }
    return rejected(FORGED, trusted.issuer().identifier(), TokenTrace.of(jws));
  }

  private VerificationResult checkClaims(CompactJws jws, Trusted trusted) {
    Instant now = clock.instant();
    Issuer issuer = trusted.issuer();
    for (TokenCheck check : trusted.checks()) {
      Optional<Rejection> objection = check.check(jws.claims(), now);
      if (objection.isPresent()) {
        return rejected(objection.get(), issuer.identifier(), TokenTrace.of(jws));
      }
    }
    return new Accepted(
        new AccessToken(issuer, jws.claims(), rules.claimNames(), TokenTrace.of(jws)));
  }

  private static Rejected rejected(Rejection rejection, String issuer, TokenTrace trace) {
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(
          Level.DEBUG,
          "refused {0} ({1}) {2}",
          rejection.reason().code(),
          rejection.detail(),
          trace.describe(issuer));
    }
    return new Rejected(rejection);
  }
}
