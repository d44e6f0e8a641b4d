package io.bearergate.sample;

import io.bearergate.sample.issuer.Identity;
import io.bearergate.sample.issuer.TlsConnector;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** The sample APIs on Jetty, on 127.0.0.1, each behind the filter it is given. */
public final class SampleApi implements AutoCloseable {

  private static final String MOCK_ISSUER = "http://127.0.0.1:9400/";
  private static final int PORT = 8080;
  private static final String LOOPBACK = "127.0.0.1";
  private static final int REQUEST_HEADER_BYTES = 32 * 1024;

  private final Server server;
  private final ServerConnector connector;

  private SampleApi(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Serves on port 8080 until it is killed, with tokens of the issuer given as the first argument;
   * of the mock authorization server, if none is.
   */
  public static void main(String[] words) {
    String issuer = words.length > 0 ? words[0] : MOCK_ISSUER;
    start(PORT, issuer, InstantSource.system());
  }

  /**
   * Starts it for tokens of {@code issuer}.
   *
   * @param port 0 takes a free one
   * @throws UncheckedIOException if the port is taken
   */
  public static SampleApi start(int port, String issuer, InstantSource clock) {
    return start(port, WebApp.all(issuer, clock));
  }

  /**
   * Starts these without TLS.
   *
   * @throws UncheckedIOException if the port is taken
   */
  static SampleApi start(int port, List<WebApp> apps) {
    return start(port, Optional.empty(), api -> apps);
  }

  /**
   * Starts these, each guarded by a filter of its own, as if deployed side by side.
   *
   * @param identity of another port, which is always a free one, over TLS that takes client
   *     certificates
   * @param apps by the server they are going to run on, whose addresses are settled by then
   */
  static SampleApi start(
      int port, Optional<Identity> identity, Function<SampleApi, List<WebApp>> apps) {
    Server server = new Server();
    ServerConnector connector = connector(server, port);
    server.addConnector(connector);
    identity.ifPresent(
        own -> server.addConnector(TlsConnector.of(server, 0, own, httpConfiguration())));
    SampleApi api = new SampleApi(server, connector);
    api.takePorts(port);
    server.setHandler(
        new ContextHandlerCollection(
            apps.apply(api).stream().map(SampleApi::context).toArray(ContextHandler[]::new)));
    api.open();
    return api;
  }

  /** Its origin, with a slash. */
  public URI address() {
    return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort() + "/");
  }

  /**
   * Its origin over TLS, with a slash.
   *
   * @throws IllegalStateException if it has none
   */
  URI secureAddress() {
    return Stream.of(server.getConnectors())
        .filter(other -> !other.equals(connector))
        .map(ServerConnector.class::cast)
        .map(secure -> URI.create("https://" + LOOPBACK + ":" + secure.getLocalPort() + "/"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("started without TLS"));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) { // Jetty's own signature
      throw new IllegalStateException("Jetty did not stop", e);
    }
  }

  private void takePorts(int port) {
    try {
      for (Connector each : server.getConnectors()) {
        ((ServerConnector) each).open();
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("Port " + port + " of " + LOOPBACK + " is taken.", e);
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

  private static HttpConfiguration httpConfiguration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Otherwise Jetty hands out an earlier value of a header on the same connection when only the
    // case differs, and a token whose case was changed would be seen as the good one before it.
    http.setHeaderCacheCaseSensitive(true);
    // Jetty's 8 KiB are less than the filter takes of a token, 16 KiB, and it is the filter's say.
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    return http;
  }

  private static ServerConnector connector(Server server, int port) {
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(httpConfiguration()));
    connector.setHost(LOOPBACK);
    connector.setPort(port);
    return connector;
  }

  private static ServletContextHandler context(WebApp app) {
    ServletContextHandler context = new ServletContextHandler(app.contextPath());
    // Else Jetty sends POST /api/transfers on to /api/transfers/ before the filter is asked.
    context.setAllowNullPathInContext(true);
    FilterHolder holder = new FilterHolder(app.filter());
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.allOf(DispatcherType.class));
    context.addServletContainerInitializer((classes, servlets) -> app.endpoints().accept(servlets));
    context.setErrorHandler(terse());
    return context;
  }

  private static ErrorPageErrorHandler terse() {
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.setShowStacks(false);
    errors.setShowCauses(false);
    return errors;
  }
}
