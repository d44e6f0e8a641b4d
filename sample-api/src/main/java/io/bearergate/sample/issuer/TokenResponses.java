package io.bearergate.sample.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;

/** Turns what was granted into tokens; the same for every grant. */
record TokenResponses(AccessTokens accessTokens, IdTokens idTokens) {

  /**
   * The answer to a call that was granted this much.
   *
   * @throws GeneralException if the call asks for other authorization details than were granted
   */
  AccessTokenResponse to(TokenCall call, Granted granted) throws GeneralException {
    Granted wanted = granted.with(granted.access().narrowedBy(call.form()));
    AccessToken accessToken = accessTokens.issue(wanted, call.grant());
    if (granted.login().isEmpty() || !granted.hasScope(ScopePolicy.OPENID)) {
      return new AccessTokenResponse(new Tokens(accessToken, null));
    }
    SignedJWT idToken = idTokens.issue(granted, granted.login().get(), accessToken);
    return new OIDCTokenResponse(new OIDCTokens(idToken, accessToken, null));
  }
}
