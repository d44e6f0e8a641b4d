package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user's token for the API that shows it, for one with which that API calls another (RFC 8693).
 * Which tokens a client may show is in its registration, {@code exchanges_tokens_for}; bound ones
 * are their holder's alone.
 */
record ExchangeGrant(
    AccessReader reader, Registry registry, SigningKeys keys, TokenResponses responses)
    implements Grant {

  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  @Override
  public GrantType type() {
    return GrantType.TOKEN_EXCHANGE;
  }

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    Parameters form = call.form();
    require(form.single("subject_token_type").filter(ACCESS_TOKEN::equals).isPresent());
    require(form.single("requested_token_type").orElse(ACCESS_TOKEN).equals(ACCESS_TOKEN));
    require(!form.has("actor_token"));
    Optional<JWTClaimsSet> shown = form.single("subject_token").flatMap(keys::currentClaims);
    require(shown.filter(claims -> mayShow(call.client(), claims)).isPresent());
    Optional<User> user = shown.map(JWTClaimsSet::getSubject).flatMap(registry::userBySubject);
    Optional<Api> api = reader.api(call.client(), Target.of(form));
    require(user.isPresent() && api.isPresent());
    Login login = new Login(user.get(), shown.get().getIssueTime().toInstant(), Handles.random());
    Access access = Access.to(api, scopes(call, api.get()));
    AccessTokenResponse plain =
        responses.to(
            call, new Granted(call.client(), Optional.of(login), access, Granted.IdTokenWish.NONE));
    return new AccessTokenResponse(plain.getTokens(), Map.of("issued_token_type", ACCESS_TOKEN));
  }

  private static boolean mayShow(Client client, JWTClaimsSet claims) {
    Set<String> own = client.registration().words("exchanges_tokens_for");
    return !Collections.disjoint(own, claims.getAudience()) && claims.getClaim("cnf") == null;
  }

  private static Set<String> scopes(TokenCall call, Api api) throws GeneralException {
    Set<String> granted = call.client().scopesAt(api).orElseThrow();
    Set<String> asked = call.form().has("scope") ? ScopePolicy.asked(call.form()) : granted;
    if (!granted.containsAll(asked)) {
      throw new GeneralException(OAuth2Error.INVALID_SCOPE);
    }
    return asked;
  }

  /** RFC 8693 §2.2.2: whatever is wrong with the token is the request's fault. */
  private static void require(boolean fits) throws GeneralException {
    if (!fits) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
  }
}
