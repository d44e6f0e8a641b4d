package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.UNKNOWN_KEY;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import io.bearergate.keys.VerificationKey;
import io.bearergate.rejection.Rejection;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import io.bearergate.token.VerificationResult.Undecided;
import io.bearergate.token.VerifiedToken.Period;
import io.bearergate.token.VerifiedToken.Signed;
import java.time.InstantSource;
import java.util.Optional;

/**
 * All that is asked of a signed token not met before: issuer, header, signature, claims. What
 * passes, and nothing else, is kept.
 */
record FullVerification(
    Believed issuers,
    TokenRules rules,
    InstantSource clock,
    Optional<VerifiedTokens> kept,
    Hints hints) {

  private static final Rejection FOREIGN =
      Rejection.of(WRONG_ISSUER, "iss is no issuer that we believe");
  private static final Rejection NO_KEY =
      Rejection.of(UNKNOWN_KEY, "the issuer has no such key for this alg");
  private static final Rejection FORGED =
      Rejection.of(BAD_SIGNATURE, "no key of the issuer made the signature");

  /**
   * Judges {@code jws}.
   *
   * @param digest of the token it was presented as
   */
  VerificationResult verify(CompactJws jws, TokenDigest digest) {
    JoseHeader header = jws.header();
    TokenTrace trace = new TokenTrace(digest, header.text("alg").orElse("-"), header.keyId());
    Standing standing = issuers.of(jws.claims().text("iss").orElse(""));
    if (standing instanceof Standing.Unsettled unsettled) {
      return new Undecided(unsettled.retryAfter());
    }
    if (!(standing instanceof Standing.Known known)) {
      hints.onForeign(WRONG_ISSUER, jws);
      return trace.refused(FOREIGN);
    }
    Trusted trusted = known.issuer();
    Rejection objection = trusted.headerCheck().check(header).orElse(null);
    return objection == null
        ? verify(jws, trusted, trace)
        : refused(objection, jws, trusted, trace);
  }

  private Rejected refused(Rejection rejection, CompactJws jws, Trusted trusted, TokenTrace trace) {
    hints.on(rejection.reason(), trusted.issuer(), jws);
    return trace.refused(rejection, trusted.identifier());
  }

  private VerificationResult verify(CompactJws jws, Trusted trusted, TokenTrace trace) {
    JwsAlgorithm algorithm = jws.header().algorithm().orElseThrow();
    KeyLookup lookup = trusted.keysFor(jws.header().keyId(), algorithm);
    if (lookup instanceof KeyLookup.Unavailable unavailable) {
      return new Undecided(unavailable.retryAfter());
    }
    if (!(lookup instanceof KeyLookup.Found found)) {
      return refused(NO_KEY, jws, trusted, trace);
    }
    if (!isSignedByOneOf(found, jws, algorithm)) {
      return refused(FORGED, jws, trusted, trace);
    }
    Rejection objection = trusted.objection(jws.claims(), clock.instant());
    return objection == null
        ? accepted(jws, trusted, trace, new Signed(trace.keyId(), algorithm, found.generation()))
        : refused(objection, jws, trusted, trace);
  }

  static boolean isSignedByOneOf(KeyLookup.Found found, CompactJws jws, JwsAlgorithm algorithm) {
    byte[] signingInput = jws.signingInput();
    for (VerificationKey key : found.keys()) {
      if (key.verifies(algorithm, signingInput, jws.signature())) {
        return true;
      }
    }
    return false;
  }

  private Accepted accepted(CompactJws jws, Trusted trusted, TokenTrace trace, Signed signed) {
    AccessToken token = new AccessToken(trusted.issuer(), jws.claims(), trace);
    Accepted result = new Accepted(token);
    TokenDigest digest = trace.digest();
    if (kept.isPresent() && digest != null) {
      kept.get()
          .keep(
              digest, new VerifiedToken(result, trusted, signed, Period.of(token, rules.leeway())));
    }
    return result;
  }
}
