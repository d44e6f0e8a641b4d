package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Outcome.Arrival;

/** F01: a web application with a secret, and a user (RFC 6749 §4.1). */
record AuthorizationCodeFlow() implements Flow {

  @Override
  public String id() {
    return "F01";
  }

  @Override
  public String name() {
    return "authorization-code";
  }

  @Override
  public Arrival walk(Trip trip) {
    return new LoginWalk(trip).as(trip.landscape().people().client("web1"));
  }
}
