package io.bearergate.sample;

import io.bearergate.sample.api.BillingEndpoints;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.api.TransferEndpoints;
import io.bearergate.sample.api.VaultEndpoints;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.playground.Debugger;
import io.bearergate.sample.playground.Playground;
import io.bearergate.sample.playground.Site;
import java.net.URI;
import java.util.Map;

/**
 * Authorization server and API, both started and of one mind about what time it is.
 *
 * @param clock can be moved through the control plane
 */
record Stage(MockAuthorizationServer issuer, SampleApi api, VirtualClock clock)
    implements AutoCloseable {

  private static final Map<String, String> AUDIENCES =
      Map.of(
          "/",
          Endpoints.AUDIENCE,
          BillingEndpoints.CONTEXT_PATH,
          BillingEndpoints.AUDIENCE,
          TransferEndpoints.CONTEXT_PATH,
          TransferEndpoints.AUDIENCE,
          VaultEndpoints.CONTEXT_PATH,
          VaultEndpoints.AUDIENCE);

  /** What both listen on; 0 takes a free port. */
  record Ports(int api, int issuer) {

    static Ports ephemeral() {
      return new Ports(0, 0);
    }
  }

  static Stage open(Ports ports, VirtualClock clock) {
    return open(ports, clock, Debugger.OFF);
  }

  static Stage open(Ports ports, VirtualClock clock, Debugger debugger) {
    MockAuthorizationServer issuer =
        MockAuthorizationServer.start(
            IssuerOptions.ephemeral(clock).withPort(ports.issuer()).withEveryFeature());
    try {
      return new Stage(issuer, api(ports, issuer, clock, debugger), clock);
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  private static SampleApi api(
      Ports ports, MockAuthorizationServer issuer, VirtualClock clock, Debugger debugger) {
    Landscape like = landscape(issuer, URI.create("http://127.0.0.1/"), clock);
    Playground playground = new Playground(new Site(like, AUDIENCES, issuer::register, debugger));
    return SampleApi.start(ports.api(), WebApp.all(issuer.issuer(), clock, playground));
  }

  /** What the flow clients are told, as they would be of any other server. */
  Landscape landscape() {
    return landscape(issuer, api.address(), clock);
  }

  private static Landscape landscape(MockAuthorizationServer issuer, URI api, VirtualClock clock) {
    return new Landscape(issuer.issuer(), api, clock, FixtureCast.cast(clock))
        .in(new Surroundings(clock::advance, new Inbox(issuer.issuer(), "alice"), line -> {}));
  }

  @Override
  public void close() {
    api.close();
    issuer.close();
  }
}
