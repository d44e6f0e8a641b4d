package io.bearergate.sample;

import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Registration;
import io.bearergate.sample.issuer.ErrorProfile;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import java.net.URI;

/**
 * Authorization server and API, both started and of one mind about what time it is.
 *
 * @param clock can be moved through the control plane
 */
record Stage(MockAuthorizationServer issuer, SampleApi api, VirtualClock clock)
    implements AutoCloseable {

  /** What both listen on; 0 takes a free port. */
  record Ports(int api, int issuer) {

    static Ports ephemeral() {
      return new Ports(0, 0);
    }
  }

  static Stage open(Ports ports, VirtualClock clock) {
    MockAuthorizationServer issuer =
        MockAuthorizationServer.start(
            new IssuerOptions(ports.issuer(), clock, ErrorProfile.RFC, true));
    try {
      return new Stage(issuer, api(ports, issuer, clock), clock);
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  private static SampleApi api(Ports ports, MockAuthorizationServer issuer, VirtualClock clock) {
    return SampleApi.start(ports.api(), SampleApi.guard(issuer.issuer(), clock));
  }

  /** What the flow clients are told, as they would be of any other server. */
  Landscape landscape() {
    return new Landscape(issuer.issuer(), api.address(), clock, cast());
  }

  private static Cast cast() {
    return new Cast(
        Registration.confidential(
            "web1",
            Fixtures.clientSecret("web1"),
            URI.create("http://127.0.0.1:8081/callback"),
            Endpoints.AUDIENCE),
        Registration.publicClient("native1", URI.create("http://127.0.0.1/cb"), Endpoints.AUDIENCE),
        Registration.machine("m2m1", Fixtures.clientSecret("m2m1"), Endpoints.AUDIENCE),
        new Account("alice", Fixtures.password("alice")));
  }

  @Override
  public void close() {
    api.close();
    issuer.close();
  }
}
