package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;

/** In whose manner an API's access tokens are written. */
enum TokenProfile {
  /** As Auth0's own: {@code azp}, {@code gty}, no {@code jti}. */
  AUTH0("JWT") {
    @Override
    void nameClient(JWTClaimsSet.Builder claims, Client client) {
      claims.claim("azp", client.id());
    }

    @Override
    void describeUser(JWTClaimsSet.Builder claims, Login login) {
      // Nothing: this profile has neither jti nor auth_time.
    }

    @Override
    void describeMachine(JWTClaimsSet.Builder claims) {
      claims.claim("gty", "client-credentials");
    }
  },

  /** As RFC 9068 has it: {@code client_id} and {@code jti}, never {@code azp} or {@code gty}. */
  RFC9068("at+jwt") {
    @Override
    void nameClient(JWTClaimsSet.Builder claims, Client client) {
      claims.claim("client_id", client.id()).jwtID(Handles.random());
    }

    @Override
    void describeUser(JWTClaimsSet.Builder claims, Login login) {
      claims.claim("auth_time", login.at().getEpochSecond());
    }

    @Override
    void describeMachine(JWTClaimsSet.Builder claims) {
      // Nothing: RFC 9068 tells machines apart by sub alone.
    }
  };

  private final String type;

  TokenProfile(String type) {
    this.type = type;
  }

  JOSEObjectType type() {
    return new JOSEObjectType(type);
  }

  abstract void nameClient(JWTClaimsSet.Builder claims, Client client);

  abstract void describeUser(JWTClaimsSet.Builder claims, Login login);

  abstract void describeMachine(JWTClaimsSet.Builder claims);
}
