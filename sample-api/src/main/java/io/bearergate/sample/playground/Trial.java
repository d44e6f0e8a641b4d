package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.bearergate.sample.flow.ApiAnswer;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Outcome.Arrival;
import io.bearergate.sample.flow.Trip;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** F17: one button of the debugger, pressed with what was typed. */
record Trial(TrialKind kind, Typed typed, Purse purse) implements Flow {

  @Override
  public String id() {
    return "F17";
  }

  @Override
  public String name() {
    return kind.written();
  }

  @Override
  public Arrival walk(Trip trip) {
    TrialClient client =
        TrialClient.of(
            trip.landscape().people().client(typed.text("application")),
            typed.given("secret"),
            trip.landscape().issuer(),
            trip.http());
    HTTPResponse answer =
        switch (kind.way()) {
          case BROWSER -> new TrialJourney(client, typed, trip).make(kind);
          case DIRECT ->
              client.post(TrialForms.endpoint(kind), new TrialForms(typed, purse).of(kind));
          case BEARER -> askWithToken(client);
          case LINK -> leave(client, trip);
        };
    boolean redeems = kind.way() == TrialKind.Way.BROWSER && kind != TrialKind.FORM_POST;
    String method = redeems || kind.way() == TrialKind.Way.DIRECT ? "POST" : "GET";
    String field = redeems ? "token_endpoint" : TrialForms.endpoint(kind);
    String endpoint = client.endpoint(field).getPath();
    return new Arrival(kind.written(), new ApiAnswer(method, endpoint, answer.getStatusCode()));
  }

  private HTTPResponse askWithToken(TrialClient client) {
    URI endpoint = client.endpoint(TrialForms.endpoint(kind));
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, endpoint);
    purse.last("access_token").ifPresent(token -> request.setAuthorization("Bearer " + token));
    return client.http().exchange(request);
  }

  /** By a link the visitor follows; nobody comes back from there. */
  private HTTPResponse leave(TrialClient client, Trip trip) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    query.put("client_id", List.of(client.known().clientId()));
    purse.last("id_token").ifPresent(token -> query.put("id_token_hint", List.of(token)));
    URI endpoint = client.endpoint(TrialForms.endpoint(kind));
    return trip.http()
        .exchange(
            new HTTPRequest(
                HTTPRequest.Method.GET,
                URI.create(endpoint + "?" + URLUtils.serializeParameters(query))));
  }
}
