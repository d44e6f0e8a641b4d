package io.bearergate.sample.flow;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;

/** A client that sends a browser for a code, and trades the code for tokens. */
final class CodeClient {

  private final Provider provider;
  private final Registration registration;
  private final TokenCalls tokenCalls;
  private final IdTokenChecks idTokenChecks;
  private final Checks checks;

  CodeClient(Provider provider, Registration registration, Trip trip) {
    this.provider = provider;
    this.registration = registration;
    this.tokenCalls = new TokenCalls(provider, registration);
    this.idTokenChecks =
        new IdTokenChecks(
            provider.issuer(), registration.clientId(), trip.landscape().clock(), trip.checks());
    this.checks = trip.checks();
  }

  /** Where to send the browser: to log in, and for a token with these scopes at the API. */
  URI authorizationUri(LoginAttempt attempt, String scopes) {
    return request(attempt, scopes).build().toURI();
  }

  /** The same, to be added to, or to be sent in another way. */
  AuthenticationRequest.Builder request(LoginAttempt attempt, String scopes) {
    return request(ResponseType.CODE, attempt, scopes);
  }

  /** The same for more than a code. */
  AuthenticationRequest.Builder request(ResponseType type, LoginAttempt attempt, String scopes) {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                type, Scope.parse(scopes), new ClientID(registration.clientId()), redirectUri())
            .endpointURI(
                provider.endpoint(
                    "authorization_endpoint", OIDCProviderMetadata::getAuthorizationEndpointURI))
            .state(attempt.state())
            .nonce(attempt.nonce())
            .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
            .customParameter("audience", registration.audience());
    attempt.demands().addTo(request);
    return request;
  }

  URI redirectUri() {
    return registration.redirectUri().orElseThrow();
  }

  /** What the browser has brought back, checked and traded in; and again checked. */
  OIDCTokens redeem(Callback callback, LoginAttempt attempt) {
    return redeem(
        new RedirectChecks(provider.metadata(), checks).codeIn(callback, attempt), attempt);
  }

  /** A code that has been checked, traded in; and the answer checked. */
  OIDCTokens redeem(AuthorizationCode code, LoginAttempt attempt) {
    OIDCTokens tokens =
        tokenCalls
            .send(new AuthorizationCodeGrant(code, redirectUri(), attempt.verifier()))
            .toOIDCTokens();
    checks.require(tokens.getIDToken() != null, "V1", "there is an ID token");
    IDTokenClaimsSet claims = idTokenChecks.check(tokens.getIDToken(), provider.keys(), attempt);
    idTokenChecks.requireHash(claims, tokens.getAccessToken());
    requireSameUser(claims, tokens.getAccessToken());
    return tokens;
  }

  /**
   * New tokens without the user; their ID token must be of the login that {@code earlier} is of.
   */
  OIDCTokens refresh(RefreshToken token, JWT earlier) {
    OIDCTokens tokens = tokenCalls.send(new RefreshTokenGrant(token)).toOIDCTokens();
    if (tokens.getIDToken() != null) {
      IDTokenClaimsSet claims =
          idTokenChecks.checkRefreshed(tokens.getIDToken(), provider.keys(), earlier);
      idTokenChecks.requireHash(claims, tokens.getAccessToken());
    }
    return tokens;
  }

  /** That {@code /userinfo} tells of the user the ID token tells of (OIDC Core §5.3.4). */
  private void requireSameUser(IDTokenClaimsSet claims, AccessToken accessToken) {
    HTTPRequest request =
        new HTTPRequest(
            HTTPRequest.Method.GET,
            provider.endpoint("userinfo_endpoint", OIDCProviderMetadata::getUserInfoEndpointURI));
    request.setAuthorization(accessToken.toAuthorizationHeader());
    HTTPResponse response = provider.http().exchange(request);
    try {
      Object subject = response.getBodyAsJSONObject().get("sub");
      checks.require(claims.getSubject().getValue().equals(subject), "userinfo", "the same user");
    } catch (ParseException e) {
      throw new CheckFailed("userinfo", "status " + response.getStatusCode());
    }
  }
}
