package io.bearergate.sample.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;

/** Makes request objects (RFC 9101 §4): one for each attempt, and good for a minute. */
public record RequestSigner(Registration registration, InstantSource clock) {

  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final JOSEObjectType TYPE = new JOSEObjectType("oauth-authz-req+jwt");

  /**
   * One for this request.
   *
   * @throws CheckFailed if the client has no key
   */
  public SignedJWT sign(AuthorizationRequest request, String audience) {
    RSAKey key =
        registration
            .requestKey()
            .orElseThrow(() -> new CheckFailed("JAR", "a client without a key to sign with"));
    JWSHeader header =
        new JWSHeader.Builder(algorithm(key)).type(TYPE).keyID(key.getKeyID()).build();
    SignedJWT object = new SignedJWT(header, claims(request, audience));
    try {
      object.sign(new RSASSASigner(key));
      return object;
    } catch (JOSEException e) {
      throw new IllegalStateException("not a key to sign with", e);
    }
  }

  /** What the key is registered for, or else what every profile of FAPI takes. */
  private static JWSAlgorithm algorithm(RSAKey key) {
    return Optional.ofNullable(key.getAlgorithm())
        .map(registered -> JWSAlgorithm.parse(registered.getName()))
        .orElse(JWSAlgorithm.PS256);
  }

  private JWTClaimsSet claims(AuthorizationRequest request, String audience) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder(request.toJWTClaimsSet())
        .issuer(registration.clientId())
        .audience(audience)
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .jwtID(new JWTID().getValue())
        .build();
  }
}
