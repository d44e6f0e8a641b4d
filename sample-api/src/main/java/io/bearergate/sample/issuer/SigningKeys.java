package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The keys the server signs with, made when it starts and changed while it runs. Thread-safe.
 *
 * @see KeyRing for the order in which keys come and go
 */
final class SigningKeys {

  private static final int KEY_BITS = 2048;

  private final AtomicReference<KeyRing> ring;
  private final Duration longestLife;
  private final InstantSource clock;

  private SigningKeys(KeyRing first, Duration longestLife, InstantSource clock) {
    this.ring = new AtomicReference<>(first);
    this.longestLife = longestLife;
    this.clock = clock;
  }

  /**
   * Makes the first key.
   *
   * @param longestLife of anything that is signed, and of a key once it signs no more
   */
  static SigningKeys generate(Duration longestLife, InstantSource clock) {
    return new SigningKeys(KeyRing.of(newKey()), longestLife, clock);
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  /** The one that signs now. */
  RSAKey current() {
    return ring().current();
  }

  /** Announces the next key: it is served, but signs nothing yet. */
  void publish() {
    RSAKey fresh = newKey();
    ring.updateAndGet(now -> now.announce(fresh));
  }

  /** Goes over to the next key, which is announced now if it was not; the last one stays served. */
  void rotate() {
    RSAKey fresh = newKey();
    ring.updateAndGet(now -> now.announce(fresh).advance(clock.instant().plus(longestLife)));
  }

  /** Serves no longer what signs no longer, however young what it signed. */
  void remove() {
    ring.updateAndGet(KeyRing::withoutRetired);
  }

  /** What {@code jwks_uri} serves; never a private member. */
  String jwks() {
    return published().toString(true);
  }

  SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
    RSAKey key = current();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(key.getKeyID()).build();
    return sign(header, claims, key);
  }

  static SignedJWT sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new RSASSASigner(key));
      return jwt;
    } catch (JOSEException e) {
      throw new IllegalArgumentException("not to be signed with an RSA key", e);
    }
  }

  /**
   * The token, if this server has signed it with a key that it still serves; maybe long expired.
   */
  Optional<SignedJWT> ours(String token) {
    try {
      return Optional.of(SignedJWT.parse(token)).filter(this::signed);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** What such a token says, if it has an end and that is still to come. */
  Optional<JWTClaimsSet> currentClaims(String token) {
    try {
      Optional<SignedJWT> jwt = ours(token);
      return jwt.isEmpty()
          ? Optional.empty()
          : Optional.of(jwt.get().getJWTClaimsSet()).filter(this::isCurrent);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private boolean isCurrent(JWTClaimsSet claims) {
    return Optional.ofNullable(claims.getExpirationTime())
        .filter(end -> clock.instant().isBefore(end.toInstant()))
        .isPresent();
  }

  /** The public keys there are. */
  JWKSet published() {
    return new JWKSet(ring().published(clock.instant()));
  }

  private KeyRing ring() {
    return Objects.requireNonNull(ring.get());
  }

  private boolean signed(SignedJWT jwt) {
    return Optional.ofNullable(jwt.getHeader().getKeyID())
        .map(published()::getKeyByKeyId)
        .map(JWK::toRSAKey)
        .filter(key -> verifies(key, jwt))
        .isPresent();
  }

  private static boolean verifies(RSAKey key, SignedJWT jwt) {
    try {
      return jwt.verify(new RSASSAVerifier(key));
    } catch (JOSEException e) {
      return false;
    }
  }
}
