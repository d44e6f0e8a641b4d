package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.util.List;
import java.util.Map;

/** F07: an access token that only its API can read (RFC 7516); to the client it is any token. */
record JweFlow() implements Flow {

  private static final int JWE_PARTS = 5;

  @Override
  public String id() {
    return "F07";
  }

  @Override
  public String name() {
    return "jwe";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration machine = trip.landscape().people().client("m2m1").at(ApiNames.VAULT);
    AccessToken token =
        new TokenCalls(Provider.discover(trip), machine)
            .send(new ClientCredentialsGrant(), Map.of("audience", List.of(machine.audience())))
            .getAccessToken();
    int parts = token.getValue().split("\\.", -1).length;
    trip.checks().require(parts == JWE_PARTS, "F07", "the token is encrypted");
    return new Arrival(
        TokenInWords.of(token) + ", encrypted", ApiAnswer.toGet("/api/vault", token, trip));
  }
}
