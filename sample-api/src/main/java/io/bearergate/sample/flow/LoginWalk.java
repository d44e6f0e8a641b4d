package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.util.function.BiFunction;

/** What the flows with a code have in common: log in, trade the code, call the API. */
record LoginWalk(Trip trip) {

  static final String SCOPES = "openid profile read:notes";

  Arrival as(Registration registration) {
    return as(registration, (sender, request) -> request.toURI());
  }

  /**
   * The same, with the request sent in another way.
   *
   * @param way gives the address to send the browser to
   */
  Arrival as(Registration registration, BiFunction<RequestSender, AuthenticationRequest, URI> way) {
    Provider provider = Provider.discover(trip);
    CodeClient client = new CodeClient(provider, registration, trip);
    LoginAttempt attempt = new LoginAttempt();
    RequestSender sender = new RequestSender(provider, registration, trip);
    URI start = way.apply(sender, client.request(attempt, SCOPES).build());
    Callback callback = trip.person().travel(start, client.redirectUri());
    OIDCTokens tokens = client.redeem(callback, attempt);
    AccessToken accessToken = tokens.getAccessToken();
    ApiAnswer answer = ApiAnswer.toGet("/api/notes", accessToken, trip);
    return new Arrival(TokenInWords.of(accessToken) + " + ID token", answer);
  }
}
