package io.bearergate.contract.tomcat;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.WebApp;
import io.bearergate.test.TestCertificate;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;

/** Embedded Tomcat; the same source for 10.1 and 11, each on its own class path. */
public final class TomcatContainer implements ServletContainer {

  private static final String REQUEST_HEADER_BYTES = "65536";

  /** Held, so that the level set on it stays: the log of Tomcat's own doings is of no interest. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  static {
    TOMCAT_LOG.setLevel(Level.OFF);
  }

  private final Tomcat tomcat = new Tomcat();
  private final Path folder = temporaryFolder();
  private final boolean virtualThreads;
  private @Nullable Context context;
  private @Nullable WebApp deployed;

  public TomcatContainer() {
    this(false);
  }

  private TomcatContainer(boolean virtualThreads) {
    this.virtualThreads = virtualThreads;
  }

  /** Runs each request on a virtual thread, if the JVM has any. */
  static TomcatContainer onVirtualThreads() {
    return new TomcatContainer(Runtime.version().feature() >= 21);
  }

  @Override
  public String name() {
    return ServerInfo.getServerInfo();
  }

  @Override
  public URI start(WebApp app) {
    tomcat.setBaseDir(folder.toString());
    Connector connector = connector(app.lenientPaths());
    connector.setProperty("useVirtualThreads", Boolean.toString(virtualThreads));
    tomcat.setConnector(connector);
    run(tomcat::start);
    deploy(app);
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public URI listenSecurely(TestCertificate own, List<TestCertificate> trusted) {
    SSLHostConfig tls = new SSLHostConfig();
    tls.setTrustStore(TestCertificate.trusting(trusted.toArray(TestCertificate[]::new)));
    tls.setCertificateVerification("optional");
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.EC);
    certificate.setCertificateKeystore(own.keyStore());
    certificate.setCertificateKeystorePassword(TestCertificate.PASSWORD);
    tls.addCertificate(certificate);
    Connector connector = connector(false);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
    connector.addSslHostConfig(tls);
    connector.addUpgradeProtocol(new Http2Protocol());
    tomcat.getService().addConnector(connector);
    return URI.create("https://127.0.0.1:" + connector.getLocalPort());
  }

  private void deploy(WebApp app) {
    Context fresh = new StandardContext();
    fresh.setPath(app.contextPath());
    fresh.setDocBase(folder.toString());
    fresh.addLifecycleListener(new Tomcat.FixContextListener());
    app.filters().forEach(named -> add(fresh, named));
    app.servlets().forEach(mapped -> add(fresh, mapped));
    app.errorPages().forEach((status, page) -> add(fresh, status, page));
    context = fresh;
    deployed = app;
    tomcat.getHost().addChild(fresh);
    requireRunning(fresh);
  }

  static Connector connector(boolean lenientPaths) {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxHttpRequestHeaderSize", REQUEST_HEADER_BYTES);
    connector.setProperty("maxKeepAliveRequests", "-1");
    if (lenientPaths) {
      connector.setProperty("encodedSolidusHandling", "decode");
      connector.setProperty("allowBackslash", "true");
      connector.setProperty("relaxedPathChars", "\\<>[]^`{|}\"");
    }
    return connector;
  }

  private static void add(Context context, WebApp.NamedFilter named) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(named.name());
    definition.setFilter(named.filter());
    definition.setAsyncSupported("true");
    named.initParams().forEach(definition::addInitParameter);
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(named.name());
    map.addURLPattern("/*");
    for (DispatcherType type : DispatcherType.values()) {
      map.setDispatcher(type.name());
    }
    context.addFilterMap(map);
  }

  private static void add(Context context, WebApp.MappedServlet mapped) {
    Wrapper wrapper = Tomcat.addServlet(context, mapped.name(), mapped.servlet());
    wrapper.setAsyncSupported(true);
    wrapper.addMapping(mapped.pattern());
  }

  private static void add(Context context, int status, String page) {
    ErrorPage errorPage = new ErrorPage();
    errorPage.setErrorCode(status);
    errorPage.setLocation(page);
    context.addErrorPage(errorPage);
  }

  /** Tomcat itself goes on without the application. */
  private void requireRunning(Context fresh) {
    if (!fresh.getState().isAvailable()) {
      stop();
      throw new IllegalStateException(name() + ": the application did not start");
    }
  }

  @Override
  public void redeploy() {
    if (context != null && deployed != null) {
      tomcat.getHost().removeChild(context);
      deploy(deployed);
    }
  }

  @Override
  public void stop() {
    if (tomcat.getServer().getState().isAvailable()) {
      run(tomcat::stop);
      run(tomcat::destroy);
    }
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("bearergate-tomcat");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder", e);
    }
  }

  static void run(Step step) {
    try {
      step.run();
    } catch (LifecycleException e) {
      throw new IllegalStateException("Tomcat did not obey", e);
    }
  }

  /** What Tomcat's life cycle throws. */
  interface Step {
    void run() throws LifecycleException;
  }
}
