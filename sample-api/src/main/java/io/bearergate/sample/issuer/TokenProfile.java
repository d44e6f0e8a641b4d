package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.GrantType;
import java.util.Map;

/** In whose manner an API's access tokens are written. */
enum TokenProfile {
  /** As Auth0's own: {@code azp}, {@code gty}, no {@code jti}. */
  AUTH0("JWT") {
    @Override
    void describe(JWTClaimsSet.Builder claims, Granted granted, GrantType how) {
      claims.claim("azp", granted.client().id()).claim("gty", GTY.get(how));
    }
  },

  /** As RFC 9068 has it: {@code client_id} and {@code jti}, never {@code azp} or {@code gty}. */
  RFC9068("at+jwt") {
    @Override
    void describe(JWTClaimsSet.Builder claims, Granted granted, GrantType how) {
      claims.claim("client_id", granted.client().id()).jwtID(Handles.random());
      granted.login().ifPresent(login -> claims.claim("auth_time", login.at().getEpochSecond()));
    }
  };

  /** What Auth0 calls the grants that it names at all. */
  private static final Map<GrantType, String> GTY =
      Map.of(
          GrantType.CLIENT_CREDENTIALS, "client-credentials",
          GrantType.PASSWORD, "password",
          PasswordGrant.WITH_REALM, "password",
          OtpGrant.TYPE, "password",
          GrantType.REFRESH_TOKEN, "refresh_token");

  private final String type;

  TokenProfile(String type) {
    this.type = type;
  }

  JOSEObjectType type() {
    return new JOSEObjectType(type);
  }

  /** Adds the claims that are peculiar to this profile. */
  abstract void describe(JWTClaimsSet.Builder claims, Granted granted, GrantType how);
}
