package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import io.bearergate.sample.flow.FormPostLogin.LoggedIn;
import io.bearergate.sample.flow.Outcome.Arrival;

/**
 * F08: login only, for a web application without a secret. There is no access token, and an API
 * that is shown the ID token has to refuse it.
 */
record FormPostFlow() implements Flow {

  private static final int UNAUTHORIZED = 401;

  @Override
  public String id() {
    return "F08";
  }

  @Override
  public String name() {
    return "form-post";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration registration = trip.landscape().people().client("form1");
    FormPostLogin login = FormPostLogin.begin(registration, trip);
    Callback callback =
        trip.person().travel(login.authorizationUri(), registration.redirectUri().orElseThrow());
    LoggedIn user = login.finish(callback);
    // What no client does (V10), to see it refused.
    BearerAccessToken misused = new BearerAccessToken(user.idToken().serialize());
    ApiAnswer answer = ApiAnswer.toGet("/api/whoami", misused, trip);
    return new Arrival("ID token only", answer, answer.status() == UNAUTHORIZED);
  }
}
