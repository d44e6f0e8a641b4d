package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.bearergate.sample.flow.Outcome.Arrival;

/** F10: an ID token at once, the access token from the back (OpenID Connect Core §3.3). */
record HybridFlow() implements Flow {

  @Override
  public String id() {
    return "F10";
  }

  @Override
  public String name() {
    return "hybrid";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration registration = trip.landscape().people().client("hyb1");
    HybridClient client = new HybridClient(Provider.discover(trip), registration, trip);
    LoginAttempt attempt = new LoginAttempt();
    Callback callback =
        trip.person()
            .travel(client.authorizationUri(attempt, LoginWalk.SCOPES), client.redirectUri());
    AccessToken accessToken = client.redeem(callback, attempt).getAccessToken();
    ApiAnswer answer = ApiAnswer.toGet("/api/notes", accessToken, trip);
    return new Arrival(TokenInWords.of(accessToken) + " + 2 ID tokens", answer);
  }
}
