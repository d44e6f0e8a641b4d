package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.util.List;
import java.util.Map;

/** F11: a service that acts for itself (RFC 6749 §4.4). Two API calls, one token. */
record ClientCredentialsFlow() implements Flow {

  @Override
  public String id() {
    return "F11";
  }

  @Override
  public String name() {
    return "client-credentials";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration machine = trip.landscape().people().client("m2m1");
    Provider provider = Provider.discover(trip);
    CachedToken token = new CachedToken(() -> fetch(provider, machine), trip.landscape().clock());
    ApiAnswer first = ApiAnswer.toGet("/api/whoami", token.token(), trip);
    ApiAnswer second = ApiAnswer.toGet("/api/notes", token.token(), trip);
    return new Arrival(TokenInWords.of(token.token()), first.isOk() ? second : first);
  }

  private static AccessToken fetch(Provider provider, Registration machine) {
    return new TokenCalls(provider, machine)
        .send(
            new ClientCredentialsGrant(),
            Map.of("audience", List.of(machine.audience()), "scope", List.of("read:notes")))
        .getAccessToken();
  }
}
