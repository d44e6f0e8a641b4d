package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Outcome.Arrival;

/** F05: the request is signed and goes past the browser; the client proves itself by a key. */
record PushedSignedFlow() implements Flow {

  @Override
  public String id() {
    return "F05";
  }

  @Override
  public String name() {
    return "par-jar";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration client = trip.landscape().people().client("webpkj");
    return new LoginWalk(trip).as(client, RequestSender::pushedAndSigned);
  }
}
