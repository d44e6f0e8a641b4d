package io.bearergate.sample.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

/** Turns what was granted into tokens; the same for every grant. */
record TokenResponses(AccessTokens accessTokens, IdTokens idTokens) {

  AccessTokenResponse to(TokenCall call, Granted granted) {
    AccessToken accessToken = accessTokens.issue(granted, call.grant());
    if (granted.login().isEmpty() || !granted.hasScope(ScopePolicy.OPENID)) {
      return new AccessTokenResponse(new Tokens(accessToken, null));
    }
    SignedJWT idToken = idTokens.issue(granted, granted.login().get(), Companions.of(accessToken));
    return new OIDCTokenResponse(new OIDCTokens(idToken, accessToken, null));
  }
}
