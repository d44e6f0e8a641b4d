package io.bearergate.sample.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * What a client checks in an ID token, V1 to V6 and V8 of the specifications (OpenID Connect Core
 * §3.1.3.7). By the clock it is given, which the SDK's own validator does not take.
 */
record IdTokenChecks(String issuer, String clientId, InstantSource clock, Checks checks) {

  private static final int SKEW_SECONDS = 60;

  /** The claims, if the token is genuine, current, for this client and from this attempt. */
  IDTokenClaimsSet check(JWT idToken, JWKSet keys, LoginAttempt attempt) {
    IDTokenClaimsSet claims = checkWithoutNonce(idToken, keys);
    checks.require(
        attempt.nonce().equals(claims.getNonce()), "V5", "the nonce is that of this session");
    attempt.demands().requireMet(claims, clock.instant(), checks);
    return claims;
  }

  /** V9: the claims of one that came of a refresh, if it is of the same login as an earlier one. */
  IDTokenClaimsSet checkRefreshed(JWT idToken, JWKSet keys, JWT earlier) {
    IDTokenClaimsSet claims = checkWithoutNonce(idToken, keys);
    IDTokenClaimsSet before = claimsOf(earlier);
    checks.require(claims.getSubject().equals(before.getSubject()), "V9", "the same user");
    checks.require(claims.getAudience().equals(before.getAudience()), "V9", "the same audience");
    Optional<Instant> login = loginOf(claims);
    checks.require(login.isEmpty() || login.equals(loginOf(before)), "V9", "the same login");
    return claims;
  }

  private static IDTokenClaimsSet claimsOf(JWT checked) {
    try {
      return new IDTokenClaimsSet(checked.getJWTClaimsSet());
    } catch (ParseException | java.text.ParseException e) {
      throw new CheckFailed("V9", "the earlier ID token has no claims");
    }
  }

  private static Optional<Instant> loginOf(IDTokenClaimsSet claims) {
    return Optional.ofNullable(claims.getAuthenticationTime()).map(Date::toInstant);
  }

  /** The same for a token that no login of a browser brought. */
  IDTokenClaimsSet checkWithoutNonce(JWT idToken, JWKSet keys) {
    try {
      IDTokenClaimsSet claims = new IDTokenClaimsSet(processor(keys).process(idToken, null));
      checks.require(true, "V1–V4", "signed by the issuer, for this client, current");
      requireAuthorizedParty(claims);
      requirePlausibleIssueTime(claims);
      return claims;
    } catch (BadJOSEException | JOSEException e) {
      throw new CheckFailed("V1–V4", String.valueOf(e.getMessage()));
    } catch (ParseException e) {
      throw new CheckFailed("V2–V4", "claims missing");
    }
  }

  /** V6: that it was issued with this access token, wherever it says so. */
  void requireHash(IDTokenClaimsSet claims, AccessToken accessToken) {
    Optional<AccessTokenHash> hash = Optional.ofNullable(claims.getAccessTokenHash());
    if (hash.isEmpty()) {
      return;
    }
    try {
      AccessTokenValidator.validate(accessToken, JWSAlgorithm.RS256, hash.get());
      checks.require(true, "V6", "issued with this access token");
    } catch (InvalidHashException e) {
      throw new CheckFailed("V6", "issued with another access token");
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(claims());
    return processor;
  }

  private DefaultJWTClaimsVerifier<SecurityContext> claims() {
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            clientId,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew(SKEW_SECONDS);
    return verifier;
  }

  private void requireAuthorizedParty(IDTokenClaimsSet claims) {
    boolean named = claims.getAuthorizedParty() != null;
    checks.require(
        claims.getAudience().size() == 1 || named, "V3", "no other audience than this client");
    checks.require(
        !named || claims.getAuthorizedParty().getValue().equals(clientId),
        "V3",
        "issued to this client");
  }

  private void requirePlausibleIssueTime(IDTokenClaimsSet claims) {
    Instant issued = claims.getIssueTime().toInstant();
    checks.require(
        !issued.isAfter(clock.instant().plusSeconds(SKEW_SECONDS)), "V4", "not from the future");
  }
}
