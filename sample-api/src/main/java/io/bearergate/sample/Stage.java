package io.bearergate.sample;

import io.bearergate.sample.api.BillingEndpoints;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.api.TransferEndpoints;
import io.bearergate.sample.api.VaultEndpoints;
import io.bearergate.sample.bff.SpaBackend;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Registration;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.playground.Debugger;
import io.bearergate.sample.playground.Playground;
import io.bearergate.sample.playground.Site;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.List;

/**
 * Authorization server, APIs and a page's backend, all started and of one mind about what time it
 * is.
 *
 * @param clock can be moved through the control plane
 */
record Stage(MockAuthorizationServer issuer, SampleApi api, SampleApi backend, VirtualClock clock)
    implements AutoCloseable {

  /** The playground is told of its own address by each visitor's browser. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1/");

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
  record Ports(int api, int issuer, int backend) {

    static Ports ephemeral() {
      return new Ports(0, 0, 0);
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
      return besides(issuer, backend(ports, issuer, clock), ports, new Setting(clock, debugger));
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  private record Setting(VirtualClock clock, Debugger debugger) {}

  private static Stage besides(
      MockAuthorizationServer issuer, SampleApi backend, Ports ports, Setting setting) {
    try {
      Landscape like = landscape(issuer, NOWHERE, backend.address(), setting.clock());
      Playground playground =
          new Playground(new Site(like, AUDIENCES, issuer::register, setting.debugger()));
      SampleApi api =
          SampleApi.start(
              ports.api(),
              address -> WebApp.all(issuer.issuer(), setting.clock(), playground));
      return new Stage(issuer, api, backend, setting.clock());
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  private static SampleApi backend(
      Ports ports, MockAuthorizationServer issuer, VirtualClock clock) {
    return SampleApi.start(
        ports.backend(),
        address -> {
          Registration form = FixtureCast.form(SpaBackend.callbackAt(address));
          issuer.register(form.clientId(), form.redirectUri().orElseThrow());
          return List.of(WebApp.of(new SpaBackend(issuer.issuer(), form, clock)));
        });
  }

  /** What the flow clients are told, as they would be of any other server. */
  Landscape landscape() {
    return landscape(issuer, api.address(), backend.address(), clock);
  }

  private static Landscape landscape(
      MockAuthorizationServer issuer, URI api, URI backend, VirtualClock clock) {
    Surroundings surroundings =
        new Surroundings(
            clock::advance,
            new Inbox(issuer.issuer(), "alice"),
            line -> {},
            Optional.of(backend));
    Cast cast = FixtureCast.cast(SpaBackend.callbackAt(backend), clock);
    return new Landscape(issuer.issuer(), api, clock, cast).in(surroundings);
  }

  @Override
  public void close() {
    backend.close();
    api.close();
    issuer.close();
  }
}
