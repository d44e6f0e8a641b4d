package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The key the server signs with, made when it starts. */
record SigningKeys(RSAKey current) {

  private static final int KEY_BITS = 2048;

  static SigningKeys generate() {
    return new SigningKeys(newKey());
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

  /** What {@code jwks_uri} serves; never a private member. */
  String jwks() {
    return new JWKSet(current).toString(true);
  }

  SignedJWT sign(JOSEObjectType type, JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(current.getKeyID()).build();
    return sign(header, claims, current);
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

  /** Whether this server signed it. */
  boolean signed(SignedJWT jwt) {
    try {
      return jwt.verify(new RSASSAVerifier(current));
    } catch (JOSEException e) {
      return false;
    }
  }
}
