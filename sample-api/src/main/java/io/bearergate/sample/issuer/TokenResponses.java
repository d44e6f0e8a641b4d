package io.bearergate.sample.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.bearergate.sample.issuer.RefreshFamily.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what was granted into tokens; the same for every grant. */
record TokenResponses(AccessTokens accessTokens, IdTokens idTokens, RefreshTokens refreshTokens) {

  /**
   * The answer to a call that was granted this much.
   *
   * @throws GeneralException if the call asks for other authorization details than were granted, or
   *     shows nothing to bind the tokens to where they have to be
   */
  AccessTokenResponse to(TokenCall call, Granted granted) throws GeneralException {
    // First of all: what fails here must not leave a refresh token behind.
    Granted wanted = bound(call, granted.with(granted.access().narrowedBy(call.form())));
    boolean offline = granted.allowsOfflineAccess() && !call.isFromBrowserOfConfidentialClient();
    Granted kept = granted.boundTo(wanted.access().binding()).forRefresh();
    return to(
        call,
        wanted,
        offline ? refreshTokens.begin(new Origin(kept, call.code())) : Optional.empty());
  }

  /** The answer with these tokens, and with a refresh token that there is already. */
  AccessTokenResponse to(TokenCall call, Granted granted, Optional<String> refreshToken) {
    AccessToken accessToken = accessTokens.issue(granted, call.grant());
    @Nullable RefreshToken refresh = refreshToken.map(RefreshToken::new).orElse(null);
    if (granted.login().isEmpty() || !granted.hasScope(ScopePolicy.OPENID)) {
      return new AccessTokenResponse(new Tokens(accessToken, refresh));
    }
    SignedJWT idToken = idTokens.issue(granted, granted.login().get(), Companions.of(accessToken));
    return new OIDCTokenResponse(new OIDCTokens(idToken, accessToken, refresh));
  }

  /**
   * Bound to what the call shows.
   *
   * @throws GeneralException if it was granted to the holder of another key (RFC 9449 §5, §10), or
   *     if it has to be bound and nothing is shown
   */
  static Granted bound(TokenCall call, Granted granted) throws GeneralException {
    Optional<JWKThumbprintConfirmation> key = granted.access().binding().key();
    if (key.isPresent() && !key.equals(call.shown().key())) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
    BindingPolicy policy = granted.access().bindingPolicy();
    return granted.boundTo(policy.decide(call.client(), call.shown()));
  }
}
