package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Writes ID tokens (OpenID Connect Core §2). */
final class IdTokens {

  private final SigningKeys keys;
  private final IssuerAddress address;
  private final Lifetimes lifetimes;
  private final InstantSource clock;

  IdTokens(SigningKeys keys, IssuerAddress address, Lifetimes lifetimes, InstantSource clock) {
    this.keys = keys;
    this.address = address;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /** One that goes with these companions and with no others. */
  SignedJWT issue(Granted granted, Login login, Companions companions) {
    JWTClaimsSet.Builder claims = about(granted, login);
    UserClaims.addTo(claims, login.user(), granted.access().scopes());
    companions.addTo(claims);
    return keys.sign(JOSEObjectType.JWT, claims.build());
  }

  private JWTClaimsSet.Builder about(Granted granted, Login login) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(address.value())
            .subject(login.user().subject())
            .audience(granted.client().id())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetimes.idToken())))
            .claim("sid", login.sessionId());
    granted.wish().nonce().ifPresent(nonce -> claims.claim("nonce", nonce.getValue()));
    if (granted.wish().withAuthTime()) {
      claims.claim("auth_time", login.at().getEpochSecond());
    }
    if (!login.methods().isEmpty()) {
      claims.claim("amr", login.methods());
    }
    return claims;
  }
}
