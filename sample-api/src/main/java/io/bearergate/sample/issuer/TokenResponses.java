package io.bearergate.sample.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.Optional;

/** Turns what was granted into tokens; the same for every grant. */
record TokenResponses(AccessTokens accessTokens, IdTokens idTokens) {

  AccessTokenResponse to(TokenCall call, Granted approved) throws GeneralException {
    Granted granted = bound(call, approved);
    AccessToken accessToken = accessTokens.issue(granted, call.grant());
    if (granted.login().isEmpty() || !granted.hasScope(ScopePolicy.OPENID)) {
      return new AccessTokenResponse(new Tokens(accessToken, null));
    }
    SignedJWT idToken = idTokens.issue(granted, granted.login().get(), accessToken);
    return new OIDCTokenResponse(new OIDCTokens(idToken, accessToken, null));
  }

  /** What was approved for the holder of a key is given to nobody else (RFC 9449 §10). */
  private static Granted bound(TokenCall call, Granted approved) throws GeneralException {
    Optional<JWKThumbprintConfirmation> key = approved.access().binding().key();
    if (key.isPresent() && !key.equals(call.shown().key())) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
    BindingPolicy policy = approved.access().bindingPolicy();
    return approved.boundTo(policy.decide(call.client(), call.shown()));
  }
}
