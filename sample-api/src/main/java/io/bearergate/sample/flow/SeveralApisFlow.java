package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;

/**
 * F16: one application, two APIs. A token opens one of them, so there are two requests; the second
 * one finds the user logged in and asks nothing (RFC 8707 §2).
 */
record SeveralApisFlow() implements Flow {

  @Override
  public String id() {
    return "F16";
  }

  @Override
  public String name() {
    return "several-apis";
  }

  @Override
  public Arrival walk(Trip trip) {
    Provider provider = Provider.discover(trip);
    Registration notes = trip.landscape().people().client("web1");
    CodeClient first = new CodeClient(provider, notes, trip);
    LoginAttempt login = new LoginAttempt();
    AccessToken forNotes =
        tokenFor(first, login, first.authorizationUri(login, "openid read:notes"), trip);

    CodeClient second = new CodeClient(provider, notes.at(ApiNames.BILLING), trip);
    LoginAttempt silent = new LoginAttempt();
    AccessToken forBilling = tokenFor(second, silent, silentUri(second, silent), trip);

    trip.checks().require(!forNotes.equals(forBilling), "F16", "each API has a token of its own");
    ApiAnswer atNotes = ApiAnswer.toGet("/api/notes", forNotes, trip);
    ApiAnswer atBilling = ApiAnswer.toGet("/api/billing/bills", forBilling, trip);
    return new Arrival("2 × " + TokenInWords.of(forBilling), atNotes.isOk() ? atBilling : atNotes);
  }

  private static URI silentUri(CodeClient client, LoginAttempt attempt) {
    return client
        .request(attempt, "openid read:bills")
        .prompt(new Prompt(Prompt.Type.NONE))
        .build()
        .toURI();
  }

  private static AccessToken tokenFor(
      CodeClient client, LoginAttempt attempt, URI start, Trip trip) {
    Callback callback = trip.person().travel(start, client.redirectUri());
    return client.redeem(callback, attempt).getAccessToken();
  }
}
