package io.bearergate.sample;

import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;

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
            IssuerOptions.ephemeral(clock).withPort(ports.issuer()).withEveryFeature());
    try {
      return new Stage(issuer, api(ports, issuer, clock), clock);
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  private static SampleApi api(Ports ports, MockAuthorizationServer issuer, VirtualClock clock) {
    return SampleApi.start(ports.api(), issuer.issuer(), clock);
  }

  /** What the flow clients are told, as they would be of any other server. */
  Landscape landscape() {
    return new Landscape(issuer.issuer(), api.address(), clock, FixtureCast.cast(clock))
        .in(new Surroundings(clock::advance, new Inbox(issuer.issuer(), "alice"), line -> {}));
  }

  @Override
  public void close() {
    api.close();
    issuer.close();
  }
}
