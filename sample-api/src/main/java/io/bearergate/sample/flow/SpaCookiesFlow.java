package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;

/**
 * F09: a page whose own backend logs the user in as F08 does and keeps the session in a cookie. The
 * backend is where the client's browser is sent back to; the page is at that host's root.
 */
record SpaCookiesFlow() implements Flow {

  private static final String WHO = "/bff/me";

  @Override
  public String id() {
    return "F09";
  }

  @Override
  public String name() {
    return "spa-cookies";
  }

  @Override
  public Arrival walk(Trip trip) {
    URI backend =
        trip.landscape()
            .surroundings()
            .pageBackend()
            .orElseThrow(() -> new CheckFailed("backend", "none is running"));
    Person user = trip.person();
    trip.checks()
        .require(
            user.fetch(backend.resolve(WHO)).getStatusCode() == HTTPResponse.SC_UNAUTHORIZED,
            "session",
            "without a session the page is told to log in");
    user.travel(backend.resolve("/login"), backend.resolve("/"));
    HTTPResponse answer = user.fetch(backend.resolve(WHO));
    return new Arrival("none, a session cookie", new ApiAnswer("GET", WHO, answer.getStatusCode()));
  }
}
