package io.bearergate.sample;

import io.bearergate.sample.bff.SpaBackend;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Registration;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import java.util.List;

/**
 * Authorization server, APIs and a page's backend, all started and of one mind about what time it
 * is.
 *
 * @param clock can be moved through the control plane
 */
record Stage(MockAuthorizationServer issuer, SampleApi api, SampleApi backend, VirtualClock clock)
    implements AutoCloseable {

  /** What both listen on; 0 takes a free port. */
  record Ports(int api, int issuer, int backend) {

    static Ports ephemeral() {
      return new Ports(0, 0, 0);
    }
  }

  static Stage open(Ports ports, VirtualClock clock) {
    MockAuthorizationServer issuer =
        MockAuthorizationServer.start(
            IssuerOptions.ephemeral(clock).withPort(ports.issuer()).withEveryFeature());
    try {
      return besides(issuer, api(ports, issuer, clock), ports, clock);
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  private static Stage besides(
      MockAuthorizationServer issuer, SampleApi api, Ports ports, VirtualClock clock) {
    try {
      return new Stage(issuer, api, backend(ports, issuer, clock), clock);
    } catch (RuntimeException e) {
      api.close();
      throw e;
    }
  }

  private static SampleApi api(Ports ports, MockAuthorizationServer issuer, VirtualClock clock) {
    return SampleApi.start(ports.api(), issuer.issuer(), clock);
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
    return new Landscape(
            issuer.issuer(),
            api.address(),
            clock,
            FixtureCast.cast(SpaBackend.callbackAt(backend.address()), clock))
        .in(new Surroundings(clock::advance, new Inbox(issuer.issuer(), "alice"), line -> {}));
  }

  @Override
  public void close() {
    backend.close();
    api.close();
    issuer.close();
  }
}
