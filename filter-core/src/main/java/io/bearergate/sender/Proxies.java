package io.bearergate.sender;

import io.bearergate.http.RequestView;
import java.util.Optional;

/**
 * What proxies are believed that stand between clients and us. Immutable.
 *
 * @param trusted whose headers count; nobody else's do
 * @param certificate where they put the client's certificate; empty: the connection's own counts
 * @param forwarded how they put the address that the client asked for; empty: the connection's
 */
public record Proxies(
    ProxyAddresses trusted,
    Optional<CertificateHeader> certificate,
    Optional<ForwardedForm> forwarded) {

  /** Nothing of what anybody says. */
  public static final Proxies NONE =
      new Proxies(ProxyAddresses.NONE, Optional.empty(), Optional.empty());

  /** Whether anything of what they say counts. */
  public boolean areBelieved() {
    return certificate.isPresent() || forwarded.isPresent();
  }

  /** {@code request} as the outermost of them saw it. */
  RequestView seen(RequestView request) {
    return areBelieved() ? new ProxiedRequest(request, this) : request;
  }
}
