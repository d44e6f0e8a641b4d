package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Outcome.Arrival;

/** F03: the request goes past the browser (RFC 9126). */
record PushedFlow() implements Flow {

  @Override
  public String id() {
    return "F03";
  }

  @Override
  public String name() {
    return "par";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration client = trip.landscape().people().client("web1");
    return new LoginWalk(trip).as(client, RequestSender::pushed);
  }
}
