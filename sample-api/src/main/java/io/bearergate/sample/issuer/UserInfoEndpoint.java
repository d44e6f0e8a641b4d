package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.token.TokenSchemeError;
import io.bearergate.sample.issuer.TokenHolders.Holder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /userinfo}: who the user is, for whoever holds the token (OpenID Connect Core §5.3). */
final class UserInfoEndpoint implements Endpoint {

  static final String PATH = "/userinfo";

  private static final String REALM = "bearergate-as";

  private final TokenHolders holders;

  UserInfoEndpoint(TokenHolders holders) {
    this.holders = holders;
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
    List<String> credentials =
        Optional.ofNullable(request.getHeaderValues("Authorization")).orElse(List.of());
    if (credentials.isEmpty()) {
      return refuse(BearerTokenError.MISSING_TOKEN);
    }
    if (credentials.size() > 1) {
      return refuse(BearerTokenError.INVALID_REQUEST.setDescription("Repeated credentials"));
    }
    return holderOf(credentials.get(0))
        .map(UserInfoEndpoint::tell)
        .orElseGet(
            () ->
                refuse(
                    BearerTokenError.INVALID_TOKEN.setDescription("The access token is invalid")));
  }

  private Optional<Holder> holderOf(String credentials) {
    try {
      return holders.of(BearerAccessToken.parse(credentials).getValue());
    } catch (ParseException e) {
      return Optional.empty();
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
    response.setWWWAuthenticate(error.setRealm(REALM).toWWWAuthenticateHeader());
    return response;
  }

  private static int statusOf(TokenSchemeError error) {
    return error.getHTTPStatusCode() == 0
        ? HTTPResponse.SC_UNAUTHORIZED
        : error.getHTTPStatusCode();
  }
}
