package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Outcome.Arrival;
import java.net.URI;
import java.security.SecureRandom;

/** F02: an application that can keep no secret, on a loopback port of the moment (RFC 8252). */
record PkceFlow() implements Flow {

  private static final int FIRST_DYNAMIC_PORT = 49152;
  private static final int PORTS_END = 65536;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String id() {
    return "F02";
  }

  @Override
  public String name() {
    return "pkce";
  }

  @Override
  public Arrival walk(Trip trip) {
    Registration registered = trip.landscape().people().client("native1");
    URI redirectUri = registered.redirectUri().map(PkceFlow::withSomePort).orElseThrow();
    return new LoginWalk(trip).as(registered.backAt(redirectUri));
  }

  /** Unless it names the port it listens on already. */
  private static URI withSomePort(URI uri) {
    if (uri.getPort() >= 0) {
      return uri;
    }
    int port = FIRST_DYNAMIC_PORT + RANDOM.nextInt(PORTS_END - FIRST_DYNAMIC_PORT);
    return URI.create("http://" + uri.getHost() + ":" + port + uri.getPath());
  }
}
