package io.bearergate.contract.jetty;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.WebApp;
import io.bearergate.test.TestCertificate;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Embedded Jetty 12.1. */
public final class JettyContainer implements ServletContainer {

  private static final int REQUEST_HEADER_BYTES = 64 * 1024;

  private final Server server;
  private final ServletContextHandler context = new ServletContextHandler("/");

  public JettyContainer() {
    this(new QueuedThreadPool());
  }

  private JettyContainer(QueuedThreadPool threads) {
    this.server = new Server(threads);
  }

  /** Runs each request on a virtual thread, if the JVM has any. */
  static JettyContainer onVirtualThreads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    return new JettyContainer(threads);
  }

  @Override
  public String name() {
    return "Jetty " + Server.getVersion();
  }

  @Override
  public URI start(WebApp app) {
    ServerConnector connector = connector(app.lenientPaths());
    server.addConnector(connector);
    deploy(app);
    server.setHandler(context);
    run(server::start);
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  private ServerConnector connector(boolean lenientPaths) {
    HttpConfiguration http = new HttpConfiguration();
    // Else a token in another case is served as the valid one before it on the same connection.
    http.setHeaderCacheCaseSensitive(true);
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    if (lenientPaths) {
      http.setUriCompliance(UriCompliance.UNSAFE);
    }
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    return connector;
  }

  @Override
  public URI listenSecurely(TestCertificate own, List<TestCertificate> trusted) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(own.keyStore());
    tls.setKeyStorePassword(TestCertificate.PASSWORD);
    tls.setTrustStore(TestCertificate.trusting(trusted.toArray(TestCertificate[]::new)));
    tls.setWantClientAuth(true);
    HttpConfiguration https = new HttpConfiguration();
    https.addCustomizer(new SecureRequestCustomizer(false));
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    ServerConnector connector =
        new ServerConnector(
            server,
            tls,
            alpn,
            new HTTP2ServerConnectionFactory(https),
            new HttpConnectionFactory(https));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    run(connector::start);
    return URI.create("https://127.0.0.1:" + connector.getLocalPort());
  }

  private void deploy(WebApp app) {
    context.setContextPath(app.contextPath().isEmpty() ? "/" : app.contextPath());
    app.filters().forEach(this::add);
    app.servlets().forEach(this::add);
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    app.errorPages().forEach((status, page) -> errors.addErrorPage((int) status, page));
    context.setErrorHandler(errors);
    context.getServletHandler().setDecodeAmbiguousURIs(app.lenientPaths());
  }

  private void add(WebApp.NamedFilter named) {
    FilterHolder holder = new FilterHolder(named.filter());
    holder.setName(named.name());
    holder.setInitParameters(named.initParams());
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
  }

  private void add(WebApp.MappedServlet mapped) {
    ServletHolder holder = new ServletHolder(mapped.name(), mapped.servlet());
    holder.setAsyncSupported(true);
    context.addServlet(holder, mapped.pattern());
  }

  @Override
  public void redeploy() {
    run(context::stop);
    run(context::start);
  }

  @Override
  public void stop() {
    run(server::stop);
  }

  static void run(Step step) {
    try {
      step.run();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty " + Server.getVersion() + ": " + e.getMessage(), e);
    }
  }

  /** What Jetty declares as throwing anything. */
  interface Step {
    void run() throws Exception;
  }
}
