package io.bearergate.sample.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import com.nimbusds.openid.connect.sdk.claims.StateHash;
import java.util.Optional;

/**
 * What an ID token is issued together with. Its hashes tie it to them, so that none can be
 * exchanged on the way (OpenID Connect Core §3.3.2.11).
 */
record Companions(
    Optional<AccessToken> accessToken, Optional<AuthorizationCode> code, Optional<State> state) {

  static Companions of(AccessToken accessToken) {
    return new Companions(Optional.of(accessToken), Optional.empty(), Optional.empty());
  }

  void addTo(JWTClaimsSet.Builder claims) {
    JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    accessToken.ifPresent(
        token ->
            claims.claim("at_hash", AccessTokenHash.compute(token, algorithm, null).getValue()));
    code.ifPresent(
        issued -> claims.claim("c_hash", CodeHash.compute(issued, algorithm, null).getValue()));
    state.ifPresent(
        sent -> claims.claim("s_hash", StateHash.compute(sent, algorithm, null).getValue()));
  }
}
