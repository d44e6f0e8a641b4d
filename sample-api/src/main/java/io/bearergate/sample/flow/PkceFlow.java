package io.bearergate.sample.flow;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;

/** F02: an application that can keep no secret, on a loopback port of the moment (RFC 8252). */
final class PkceFlow implements Flow {

  private static final int FIRST_DYNAMIC_PORT = 49152;
  private static final int PORTS_END = 65536;

  private final Landscape landscape;

  PkceFlow(Landscape landscape) {
    this.landscape = landscape;
  }

  @Override
  public String id() {
    return "F02";
  }

  @Override
  public String name() {
    return "pkce";
  }

  @Override
  public Outcome walk() {
    RecordedHttp http = new RecordedHttp();
    try {
      Registration here = onSomePort(landscape.people().nativeApp());
      return Outcome.of(this, new LoginWalk(landscape, http).as(here), http);
    } catch (RuntimeException e) {
      return Outcome.failed(this, e, http);
    }
  }

  private static Registration onSomePort(Registration registered) {
    int port = FIRST_DYNAMIC_PORT + new SecureRandom().nextInt(PORTS_END - FIRST_DYNAMIC_PORT);
    Optional<URI> redirectUri =
        registered
            .redirectUri()
            .map(uri -> URI.create("http://" + uri.getHost() + ":" + port + uri.getPath()));
    return new Registration(
        registered.clientId(), registered.secret(), redirectUri, registered.audience());
  }
}
