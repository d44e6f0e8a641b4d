package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.bearergate.sample.flow.Outcome.Arrival;

/** What the flows with a code have in common: log in, trade the code, call the API. */
record LoginWalk(Trip trip) {

  static final String SCOPES = "openid profile read:notes";

  Arrival as(Registration registration) {
    Provider provider = Provider.discover(trip);
    CodeClient client = new CodeClient(provider, registration, trip);
    LoginAttempt attempt = new LoginAttempt();
    Callback callback =
        trip.person().travel(client.authorizationUri(attempt, SCOPES), client.redirectUri());
    OIDCTokens tokens = client.redeem(callback, attempt);
    AccessToken accessToken = tokens.getAccessToken();
    ApiAnswer answer = ApiAnswer.toGet("/api/notes", accessToken, trip);
    return new Arrival(TokenInWords.of(accessToken) + " + ID token", answer);
  }
}
