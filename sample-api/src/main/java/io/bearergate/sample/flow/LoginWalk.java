package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.bearergate.sample.flow.ApiAnswer.ApiAccess;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;

/** What the flows with a code have in common: log in, trade the code, call the API. */
record LoginWalk(Landscape landscape, RecordedHttp http) {

  private static final String SCOPES = "openid profile read:notes";

  Arrival as(Registration registration) {
    Provider provider = Provider.discover(landscape.issuer(), http);
    CodeClient client = new CodeClient(provider, registration, landscape.clock());
    LoginAttempt attempt = new LoginAttempt();
    URI callback =
        new Browser(http, landscape.people().user())
            .travel(client.authorizationUri(attempt, SCOPES), client.redirectUri());
    OIDCTokens tokens = client.redeem(callback, attempt);
    AccessToken accessToken = tokens.getAccessToken();
    ApiAnswer answer =
        ApiAnswer.toGet("/api/notes", accessToken, new ApiAccess(landscape.api(), http));
    return new Arrival(TokenInWords.of(accessToken) + " + ID token", answer);
  }
}
