package io.bearergate.sample.flow;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.bearergate.sample.flow.Outcome.Arrival;

/** What the flows have in common in which no browser brings anything back to the client. */
record DirectWalk(Provider provider, Registration registration, Trip trip) {

  static DirectWalk as(String part, Trip trip) {
    return new DirectWalk(Provider.discover(trip), trip.landscape().people().client(part), trip);
  }

  TokenCalls tokenCalls() {
    return new TokenCalls(provider, registration);
  }

  /** The ID token's claims, checked but for a nonce, which nobody could have sent. */
  IDTokenClaimsSet checked(Tokens tokens) {
    JWT idToken = tokens.toOIDCTokens().getIDToken();
    trip.checks().require(idToken != null, "V1", "there is an ID token");
    IdTokenChecks checks =
        new IdTokenChecks(
            provider.issuer(), registration.clientId(), trip.landscape().clock(), trip.checks());
    IDTokenClaimsSet claims = checks.checkWithoutNonce(idToken, provider.keys());
    checks.requireHash(claims, tokens.getAccessToken());
    return claims;
  }

  Arrival callApi(String path, Tokens tokens) {
    AccessToken accessToken = tokens.getAccessToken();
    return new Arrival(
        TokenInWords.of(accessToken) + " + ID token", ApiAnswer.toGet(path, accessToken, trip));
  }
}
