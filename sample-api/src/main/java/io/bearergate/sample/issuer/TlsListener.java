package io.bearergate.sample.issuer;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Where clients with certificates call: mutual TLS before the server, which cannot do it. */
final class TlsListener implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  private TlsListener(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  static TlsListener start(Identity identity, TlsRelay relay) {
    Server server = new Server();
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = TlsConnector.of(server, 0, identity, http);
    server.addConnector(connector);
    server.setHandler(relay);
    TlsListener listener = new TlsListener(server, connector);
    listener.open();
    return listener;
  }

  /** Its origin, with a slash. */
  IssuerAddress address() {
    return new IssuerAddress("https://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Jetty's own signature
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }

  private void open() {
    try {
      server.start();
    } catch (Exception e) { // Jetty's own signature
      close();
      throw new IllegalStateException("Jetty did not start: " + e.getMessage(), e);
    }
  }
}
