package io.bearergate.keys;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * The way to an issuer: through which proxy, whom to trust there, and as whom. Immutable.
 *
 * @param proxy {@link Proxy#NO_PROXY} for none; empty: the JVM's choice
 * @param trusted empty: the JVM's
 * @param own empty: none, or the JVM's if {@code trusted} is empty too
 */
public record CallRoute(
    Optional<Proxy> proxy, Optional<TrustedCertificates> trusted, Optional<OwnCertificate> own) {

  /** As the JVM is set up. */
  public static final CallRoute OF_THE_JVM =
      new CallRoute(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A connection that is still to be made. The loopback is never reached through a proxy, whose
   * loopback would be another's; plain {@code http} is trusted since it stays on this machine.
   */
  HttpURLConnection open(URI address) throws IOException {
    Optional<Proxy> through =
        Origin.of(address).filter(Origin::isLoopback).map(origin -> Proxy.NO_PROXY).or(() -> proxy);
    return checked(
        address,
        through.isPresent()
            ? address.toURL().openConnection(through.get())
            : address.toURL().openConnection());
  }

  /** Whoever replaced the JVM's handler of {@code https} would not ask us whom to trust. */
  static HttpURLConnection checked(URI address, URLConnection made) throws IOException {
    boolean plain = "http".equalsIgnoreCase(address.getScheme());
    if (made instanceof HttpURLConnection http && (plain || http instanceof HttpsURLConnection)) {
      return http;
    }
    throw new IOException("the JVM's handler for " + address.getScheme() + " was replaced");
  }

  /** Makes the TLS of connections; takes time, and the JVM's stores may be bad. */
  SSLSocketFactory tls() {
    try {
      if (trusted.isEmpty() && own.isEmpty()) {
        return SSLContext.getDefault().getSocketFactory();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own.map(OwnCertificate::managers).orElse(null),
          trusted.map(TrustedCertificates::managers).orElse(null),
          null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the TLS settings cannot be loaded", e);
    }
  }
}
