package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * F17: tries the endpoints, as the debugger does by hand. Each one the client may call by itself is
 * asked for nothing and has to say so in the documented way; then one is asked for a token.
 */
record TryItFlow() implements Flow {

  private static final int CLIENT_ERROR = 4;
  private static final int HUNDRED = 100;

  @Override
  public String id() {
    return "F17";
  }

  @Override
  public String name() {
    return "try-it";
  }

  @Override
  public Arrival walk(Trip trip) {
    Provider provider = Provider.discover(trip);
    endpoints(provider.metadata()).forEach(endpoint -> requireRefusal(endpoint, trip));
    Registration machine = trip.landscape().people().client("m2m1");
    AccessToken token =
        new TokenCalls(provider, machine)
            .send(new ClientCredentialsGrant(), Map.of("audience", List.of(machine.audience())))
            .getAccessToken();
    return new Arrival(TokenInWords.of(token), ApiAnswer.toGet("/api/whoami", token, trip));
  }

  private static Stream<URI> endpoints(OIDCProviderMetadata metadata) {
    return Stream.of(
            metadata.getTokenEndpointURI(),
            metadata.getPushedAuthorizationRequestEndpointURI(),
            metadata.getDeviceAuthorizationEndpointURI(),
            metadata.getBackChannelAuthenticationEndpointURI(),
            metadata.getRevocationEndpointURI(),
            metadata.getIntrospectionEndpointURI())
        .filter(Objects::nonNull);
  }

  private static void requireRefusal(URI endpoint, Trip trip) {
    HTTPRequest empty = new HTTPRequest(HTTPRequest.Method.POST, endpoint);
    empty.setHeader("Content-Type", "application/x-www-form-urlencoded");
    HTTPResponse response = trip.http().exchange(empty);
    trip.checks()
        .require(
            response.getStatusCode() / HUNDRED == CLIENT_ERROR && namesError(response),
            "try",
            endpoint.getPath() + " refuses an empty request with an error code");
  }

  private static boolean namesError(HTTPResponse response) {
    try {
      return response.getBodyAsJSONObject().get("error") instanceof String;
    } catch (ParseException e) {
      return false;
    }
  }
}
