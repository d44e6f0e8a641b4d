package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Good client assertions (RFC 7523), each to be spoilt in one point. */
public final class Assertions {

  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private Assertions() {}

  /** What {@code clientId} would say of itself at this moment. */
  public static JWTClaimsSet.Builder claims(String clientId, String issuer, Instant now) {
    return new JWTClaimsSet.Builder()
        .issuer(clientId)
        .subject(clientId)
        .audience(issuer)
        .expirationTime(Date.from(now.plusSeconds(60)))
        .jwtID(UUID.randomUUID().toString());
  }

  public static RSAKey key(String clientId) {
    return Fixtures.privateKeys(clientId, "assertion").get(0);
  }

  static JWSHeader.Builder header(RSAKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.parse(key.getAlgorithm().getName()))
        .keyID(key.getKeyID())
        .type(JOSEObjectType.JWT);
  }

  public static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      return signed(header(key).build(), claims, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError("not a key to sign with", e);
    }
  }

  static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new AssertionError("not to be signed", e);
    }
  }

  /** A machine's request for a token of the notes API, with this assertion. */
  static Map<String, String> request(String assertion) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("audience", Fixtures.NOTES_API);
    form.put("client_assertion_type", TYPE);
    form.put("client_assertion", assertion);
    return form;
  }
}
