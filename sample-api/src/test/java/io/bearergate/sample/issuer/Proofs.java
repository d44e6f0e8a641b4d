package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Good DPoP proofs (RFC 9449 §4.2), each to be spoilt in one point. */
public final class Proofs {

  private Proofs() {}

  public static ECKey newKey() {
    return newKey(Curve.P_256);
  }

  static ECKey newKey(Curve curve) {
    try {
      return new ECKeyGenerator(curve).generate();
    } catch (JOSEException e) {
      throw new AssertionError("every JDK makes EC keys", e);
    }
  }

  public static JWTClaimsSet.Builder claims(String method, String uri, Instant now) {
    return new JWTClaimsSet.Builder()
        .claim("htm", method)
        .claim("htu", uri)
        .issueTime(Date.from(now))
        .jwtID(UUID.randomUUID().toString());
  }

  static JWSHeader.Builder header(JWSAlgorithm algorithm, JWK key) {
    return new JWSHeader.Builder(algorithm)
        .type(new JOSEObjectType("dpop+jwt"))
        .jwk(key.toPublicJWK());
  }

  public static String signed(JWTClaimsSet claims, ECKey key) {
    return signed(header(JWSAlgorithm.ES256, key).build(), claims, key);
  }

  static String signed(JWSHeader header, JWTClaimsSet claims, JWK key) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new AssertionError("not to be signed", e);
    }
  }

  /** The {@code ath} of a proof that goes with {@code token}. */
  public static String hash(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
      return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(bytes)).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  static String thumbprint(JWK key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
