package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPTokenRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks DPoP proofs (RFC 9449 §4.3). The SDK looks at all but time and repetition, which it would
 * do by the machine's clock.
 */
final class DpopProofs {

  /** What proofs may be signed by. */
  static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

  /** The same, in the same order. */
  static final Set<JWSAlgorithm> ACCEPTED =
      Collections.unmodifiableSet(new LinkedHashSet<>(ALGORITHMS));

  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final int LONGEST_ID = 256;

  /** Longer than any clock is wrong by; the age is checked here. */
  private static final long ANY_AGE_SECONDS = Duration.ofDays(100_000).toSeconds();

  private final InstantSource clock;
  private final DpopNonces nonces;
  private final SingleUse seen;

  DpopProofs(InstantSource clock) {
    this.clock = clock;
    this.nonces = new DpopNonces(clock);
    this.seen = new SingleUse(clock);
  }

  /** Answers a request with a proof, whatever the answer, by what the next one may contain. */
  void offerNonce(HTTPRequest request, HTTPResponse response) {
    if (isIn(request)) {
      response.setHeader("DPoP-Nonce", nonces.current().getValue());
    }
  }

  /**
   * The key a token request proves to have.
   *
   * @param nonceWanted whether the proof must contain one of ours; otherwise it may
   */
  JWKThumbprintConfirmation keyOf(HTTPRequest request, SignedJWT proof, boolean nonceWanted)
      throws InvalidDPoPProofException {
    DPoPTokenRequestVerifier verifier =
        new DPoPTokenRequestVerifier(
            ACCEPTED, request.getURI(), ANY_AGE_SECONDS, ANY_AGE_SECONDS, use -> {});
    try {
      JWKThumbprintConfirmation key =
          verifier.verify(sender(proof), proof, nonces(proof, nonceWanted));
      requireFresh(proof, key);
      return key;
    } catch (JOSEException e) {
      throw new InvalidDPoPProofException("not to be verified", e);
    }
  }

  /** That whoever sends this token has the key it is bound to. */
  void require(HTTPRequest request, DPoPAccessToken token, JWKThumbprintConfirmation key)
      throws InvalidDPoPProofException, AccessTokenValidationException {
    SignedJWT proof = in(request).orElseThrow(() -> new InvalidDPoPProofException("none"));
    DPoPProtectedResourceRequestVerifier verifier =
        new DPoPProtectedResourceRequestVerifier(
            ACCEPTED, ANY_AGE_SECONDS, ANY_AGE_SECONDS, use -> {});
    String method = request.getMethod().name();
    URI uri = request.getURI();
    requireSame(key, proof);
    try {
      verifier.verify(
          method, uri, sender(proof), proof, token, key, nonces(proof, false), context -> {});
      requireFresh(proof, key);
    } catch (AccessTokenValidationException | JOSEException e) {
      throw new InvalidDPoPProofException("not for this token, or not to be verified", e);
    }
  }

  private static void requireSame(JWKThumbprintConfirmation key, SignedJWT proof)
      throws InvalidDPoPProofException, AccessTokenValidationException {
    JWK shown =
        Optional.ofNullable(proof.getHeader().getJWK())
            .orElseThrow(() -> new InvalidDPoPProofException("no key"));
    try {
      if (!key.equals(JWKThumbprintConfirmation.of(shown))) {
        throw new AccessTokenValidationException("bound to another key");
      }
    } catch (JOSEException e) {
      throw new InvalidDPoPProofException("not a key", e);
    }
  }

  static boolean isIn(HTTPRequest request) {
    return request.getHeaderValue("DPoP") != null;
  }

  /** The proof a request comes with; there may be one at most. */
  static Optional<SignedJWT> in(HTTPRequest request) throws InvalidDPoPProofException {
    List<String> proofs = Optional.ofNullable(request.getHeaderValues("DPoP")).orElse(List.of());
    if (proofs.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SignedJWT.parse(String.join(",", proofs)));
    } catch (ParseException e) {
      throw new InvalidDPoPProofException("not one JWT", e);
    }
  }

  private void requireFresh(SignedJWT proof, JWKThumbprintConfirmation key)
      throws InvalidDPoPProofException {
    try {
      JWTClaimsSet claims = proof.getJWTClaimsSet();
      Instant made = claims.getIssueTime().toInstant();
      Instant now = clock.instant();
      Instant end = made.plus(LIFE);
      if (!now.isBefore(end)
          || now.isBefore(made.minus(LIFE))
          || claims.getJWTID().length() > LONGEST_ID
          || !seen.isFirst(key.getValue() + " " + claims.getJWTID(), end)) {
        throw new InvalidDPoPProofException("old, early or used");
      }
    } catch (ParseException e) {
      throw new InvalidDPoPProofException("no claims", e);
    }
  }

  private Set<Nonce> nonces(SignedJWT proof, boolean wanted) throws InvalidDPoPProofException {
    try {
      return wanted || proof.getJWTClaimsSet().getClaim("nonce") != null
          ? nonces.accepted()
          : Set.of();
    } catch (ParseException e) {
      throw new InvalidDPoPProofException("no claims", e);
    }
  }

  private static DPoPIssuer sender(SignedJWT proof) {
    return new DPoPIssuer(String.valueOf(proof.getHeader().getJWK()));
  }
}
