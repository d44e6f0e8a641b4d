package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Outcome.Arrival;

/** F04: the request is signed (RFC 9101). */
record SignedFlow() implements Flow {

  @Override
  public String id() {
    return "F04";
  }

  @Override
  public String name() {
    return "jar";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration client = trip.landscape().people().client("webjar");
    return new LoginWalk(trip).as(client, RequestSender::signed);
  }
}
