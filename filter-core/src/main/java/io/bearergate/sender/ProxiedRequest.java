package io.bearergate.sender;

import io.bearergate.http.RequestView;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A request as the client sent it, by the word of a proxy if it comes from one that is trusted, and
 * as it reached us if not.
 */
record ProxiedRequest(RequestView received, Proxies proxies) implements RequestView {

  private boolean isTrusted() {
    return proxies.trusted().contain(received.peer());
  }

  /**
   * {@inheritDoc}
   *
   * <p>No address at all where a trusted proxy does not say it in form: so no proof fits.
   */
  @Override
  public String target() {
    String target = received.target();
    ForwardedForm form = proxies.forwarded().orElse(null);
    if (form == null || !isTrusted()) {
      return target;
    }
    return form.origin(received, proxies.trusted())
        .flatMap(origin -> HttpUri.parse(target).map(uri -> origin + uri.path()))
        .orElse("");
  }

  /** The connection's own is never asked for where a header counts: it is the proxy's. */
  @Override
  public Optional<X509Certificate> clientCertificate() {
    CertificateHeader header = proxies.certificate().orElse(null);
    if (header == null) {
      return received.clientCertificate();
    }
    return isTrusted() ? header.read(received.headers(header.field())) : Optional.empty();
  }

  @Override
  public String method() {
    return received.method();
  }

  @Override
  public String path() {
    return received.path();
  }

  @Override
  public String peer() {
    return received.peer();
  }

  @Override
  public List<String> headers(String name) {
    return received.headers(name);
  }
}
