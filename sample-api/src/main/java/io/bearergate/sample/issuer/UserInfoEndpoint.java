package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.token.DPoPTokenError;
import com.nimbusds.oauth2.sdk.token.TokenSchemeError;
import io.bearergate.sample.issuer.TokenHolders.Holder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code /userinfo}: who the user is, for whoever holds the token (OpenID Connect Core §5.3). */
final class UserInfoEndpoint implements Endpoint {

  static final String PATH = "/userinfo";

  private static final String REALM = "bearergate-as";

  private final TokenSenders senders;

  UserInfoEndpoint(TokenSenders senders) {
    this.senders = senders;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET, Method.POST);
  }

  @Override
  public boolean answersOtherOrigins() {
    return true;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    HTTPResponse response = claimsOrChallenge(request);
    senders.proofs().offerNonce(request, response);
    return response;
  }

  private HTTPResponse claimsOrChallenge(HTTPRequest request) {
    try {
      return tell(senders.of(request));
    } catch (GeneralException e) {
      return refuse((TokenSchemeError) e.getErrorObject());
    }
  }

  private static HTTPResponse tell(Holder holder) {
    if (!holder.scopes().contains(ScopePolicy.OPENID)) {
      return refuse(
          BearerTokenError.INSUFFICIENT_SCOPE
              .setDescription("The access token lacks the required scope")
              .setScope(new Scope(ScopePolicy.OPENID)));
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", holder.user().subject());
    claims.putAll(UserClaims.of(holder.user(), holder.scopes()));
    return Replies.json(HTTPResponse.SC_OK, claims);
  }

  private static HTTPResponse refuse(TokenSchemeError error) {
    HTTPResponse response = new HTTPResponse(statusOf(error));
    response.setHeader("Cache-Control", "no-store");
    response.setWWWAuthenticate(challenge(error));
    return response;
  }

  private static String challenge(TokenSchemeError error) {
    return error instanceof DPoPTokenError
        ? error.toWWWAuthenticateHeader()
        : error.setRealm(REALM).toWWWAuthenticateHeader();
  }

  private static int statusOf(TokenSchemeError error) {
    return error.getHTTPStatusCode() == 0
        ? HTTPResponse.SC_UNAUTHORIZED
        : error.getHTTPStatusCode();
  }
}
