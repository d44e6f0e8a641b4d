package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Good request objects (RFC 9101), each to be spoilt in one point. */
final class RequestJwts {

  static final JOSEObjectType TYPE = new JOSEObjectType("oauth-authz-req+jwt");

  private RequestJwts() {}

  /** What stands in the object for {@code asked}, at this moment. */
  static JWTClaimsSet.Builder claims(Map<String, String> asked, String issuer, Instant now) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(asked.get("client_id"))
            .audience(issuer)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .jwtID(UUID.randomUUID().toString());
    asked.forEach(claims::claim);
    return claims;
  }

  static RSAKey key(String clientId, int which) {
    return Fixtures.privateKeys(clientId, "request").get(which);
  }

  static JWSHeader.Builder header(JWSAlgorithm algorithm, RSAKey key) {
    return new JWSHeader.Builder(algorithm).type(TYPE).keyID(key.getKeyID());
  }

  static String signed(JWTClaimsSet claims, RSAKey key) {
    return signed(header(JWSAlgorithm.RS256, key).build(), claims, key);
  }

  static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
    try {
      return Assertions.signed(header, claims, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError("not a key to sign with", e);
    }
  }
}
