package io.bearergate.sample.issuer;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS on the loopback that asks clients for a certificate, and gets on without. */
public final class TlsConnector {

  private static final String LOOPBACK = "127.0.0.1";

  private TlsConnector() {}

  /**
   * A connector that takes any certificate: the handshake shows that the client has its key, and
   * whose it is has to be asked by whoever relies on it.
   *
   * @param port 0 takes a free one
   */
  public static ServerConnector of(
      Server server, int port, Identity identity, HttpConfiguration http) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(identity.ofServer());
    tls.setWantClientAuth(true);
    HttpConfiguration secure = new HttpConfiguration(http);
    // No check of names against SNI: an address has none.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(secure));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    return connector;
  }
}
