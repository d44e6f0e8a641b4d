package io.bearergate.sample;

import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.Certificates;
import io.bearergate.sample.issuer.IssuerOptions;
import io.bearergate.sample.issuer.MockAuthorizationServer;
import io.bearergate.sample.issuer.VirtualClock;
import java.security.cert.X509Certificate;

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
    return SampleApi.start(
        ports.api(), issuer.issuer(), clock, issuer.certificates().authority().issueToLoopback());
  }

  /** What the flow clients are told, as they would be of any other server. */
  Landscape landscape() {
    return new Landscape(
            issuer.issuer(), api.address(), clock, FixtureCast.cast(clock, certificate()))
        .in(new Surroundings(clock::advance, new Inbox(issuer.issuer(), "alice"), line -> {}));
  }

  private Credential.Certificate certificate() {
    Certificates certificates = issuer.certificates();
    X509Certificate authority = certificates.authority().certificate();
    return new Credential.Certificate(
        certificates.of("webmtls").trusting(authority), api.secureAddress());
  }

  @Override
  public void close() {
    api.close();
    issuer.close();
  }
}
