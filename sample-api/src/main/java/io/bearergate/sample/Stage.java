package io.bearergate.sample;

import io.bearergate.sample.api.BillingEndpoints;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.api.FreshEndpoints;
import io.bearergate.sample.api.PopEndpoints;
import io.bearergate.sample.api.TransferEndpoints;
import io.bearergate.sample.api.VaultEndpoints;
import io.bearergate.sample.bff.SpaBackend;
import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Registration;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.Certificates;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.mcp.McpEndpoints;
import io.bearergate.sample.playground.Debugger;
import io.bearergate.sample.playground.Playground;
import io.bearergate.sample.playground.Site;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authorization server, APIs and a page's backend, all started and of one mind about what time it
 * is.
 *
 * @param clock can be moved through the control plane
 */
record Stage(MockAuthorizationServer issuer, SampleApi api, SampleApi backend, VirtualClock clock)
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
          VaultEndpoints.AUDIENCE,
          PopEndpoints.CONTEXT_PATH,
          PopEndpoints.AUDIENCE,
          FreshEndpoints.CONTEXT_PATH,
          FreshEndpoints.AUDIENCE);

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
      SampleApi backend = backend(ports, issuer, clock);
      return new Stage(issuer, api(ports, issuer, backend, clock, debugger), backend, clock);
    } catch (RuntimeException e) {
      issuer.close();
      throw e;
    }
  }

  /** Closes the backend if there is to be no API. */
  private static SampleApi api(
      Ports ports,
      MockAuthorizationServer issuer,
      SampleApi backend,
      VirtualClock clock,
      Debugger debugger) {
    try {
      return SampleApi.start(
          ports.api(),
          Optional.of(issuer.certificates().authority().issueToLoopback()),
          api -> {
            Landscape landscape = new Stage(issuer, api, backend, clock).landscape();
            Site site = new Site(landscape, AUDIENCES, issuer::register, debugger);
            List<WebApp> apps =
                new ArrayList<>(WebApp.all(issuer.issuer(), clock, new Playground(site)));
            apps.add(mcp(api, issuer, clock));
            return apps;
          });
    } catch (RuntimeException e) {
      backend.close();
      throw e;
    }
  }

  /** Tokens for it are asked for by its address, which only now is known. */
  private static WebApp mcp(SampleApi api, MockAuthorizationServer issuer, VirtualClock clock) {
    URI resource = api.address().resolve(McpEndpoints.PATH);
    issuer.rename(McpEndpoints.NAME, resource.toString());
    return WebApp.mcp(McpEndpoints.PATH, resource, issuer.issuer(), clock);
  }

  private static SampleApi backend(
      Ports ports, MockAuthorizationServer issuer, VirtualClock clock) {
    return SampleApi.start(
        ports.backend(),
        Optional.empty(),
        backend -> {
          Registration form = FixtureCast.form(SpaBackend.callbackAt(backend.address()));
          issuer.register(form.clientId(), form.redirectUri().orElseThrow());
          return List.of(WebApp.of(new SpaBackend(issuer.issuer(), form, clock)));
        });
  }

  /** What the flow clients are told, as they would be of any other server. */
  Landscape landscape() {
    Surroundings surroundings =
        new Surroundings(
            clock::advance,
            new Inbox(issuer.issuer(), "alice"),
            line -> {},
            Optional.of(backend.address()));
    URI form = SpaBackend.callbackAt(backend.address());
    Cast cast = FixtureCast.cast(form, clock, certificate());
    return new Landscape(issuer.issuer(), api.address(), clock, cast).in(surroundings);
  }

  private Credential.Certificate certificate() {
    Certificates certificates = issuer.certificates();
    X509Certificate authority = certificates.authority().certificate();
    return new Credential.Certificate(
        certificates.of("webmtls").trusting(authority), api.secureAddress());
  }

  @Override
  public void close() {
    backend.close();
    api.close();
    issuer.close();
  }
}
