package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCResponseTypeValue;
import io.bearergate.sample.issuer.FrontChannel.ReturnPath;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes what goes back with the browser: a code, an ID token, an access token, as was asked. */
record FrontTokens(Handles<IssuedCode> codes, TokenResponses tokens, IssuerAddress address) {

  /** The answer to {@code ask} for a user who has logged in and agreed. */
  AuthorizationSuccessResponse answer(Ask ask, Login login) {
    IssuedCode issued = IssuedCode.of(ask, login);
    ResponseType type = ask.request().getResponseType();
    Optional<AuthorizationCode> code =
        when(type.contains(ResponseType.Value.CODE))
            .map(yes -> new AuthorizationCode(codes.keep(issued)));
    Optional<AccessToken> accessToken =
        when(type.contains(ResponseType.Value.TOKEN)).map(yes -> accessToken(issued.granted()));
    Optional<JWT> idToken =
        when(type.contains(OIDCResponseTypeValue.ID_TOKEN))
            .map(
                yes ->
                    tokens
                        .idTokens()
                        .issue(
                            issued.granted(),
                            login,
                            new Companions(accessToken, code, hashedState(ask))));
    ReturnPath path = ReturnPath.of(ask);
    return new AuthenticationSuccessResponse(
        path.redirectUri(),
        code.orElse(null),
        idToken.orElse(null),
        accessToken.orElse(null),
        path.state(),
        null,
        address.issuer(),
        path.mode());
  }

  private static Optional<Boolean> when(boolean wanted) {
    return Optional.of(wanted).filter(yes -> yes);
  }

  /** Short-lived and never a way to more tokens: it passes through a browser. */
  private AccessToken accessToken(Granted granted) {
    Set<String> scopes = new LinkedHashSet<>(granted.access().scopes());
    scopes.remove(ScopePolicy.OFFLINE_ACCESS);
    Granted narrowed =
        granted.with(new Access(granted.access().api(), scopes, granted.access().details()));
    return tokens.accessTokens().issue(narrowed, GrantType.IMPLICIT);
  }

  /** The profile that wants the state hashed is FAPI's (FAPI 1.0 part 2 §5.2.2.1). */
  private static Optional<State> hashedState(Ask ask) {
    return Optional.ofNullable(ask.request().getState())
        .filter(state -> ask.client().registration().is("fapi"));
  }
}
