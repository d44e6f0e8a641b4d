package io.bearergate.contract.undertow;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestCertificate;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.Version;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ErrorPage;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/** Embedded Undertow 2.3. */
final class UndertowContainer implements ServletContainer {

  /**
   * Held, so that the level set on it stays: the log of Undertow's own doings is of no interest.
   */
  private static final Logger UNDERTOW_LOG = Logger.getLogger("io.undertow");

  static {
    UNDERTOW_LOG.setLevel(Level.OFF);
  }

  private final PathHandler applications = new PathHandler();
  private final List<Undertow> listening = new ArrayList<>();
  private final @Nullable Executor threads;
  private @Nullable DeploymentManager deployment;

  UndertowContainer() {
    this(null);
  }

  private UndertowContainer(@Nullable Executor threads) {
    this.threads = threads;
  }

  /** Runs each request on a virtual thread, if the JVM has any. */
  static UndertowContainer onVirtualThreads() {
    if (Runtime.version().feature() < 21) {
      return new UndertowContainer();
    }
    try {
      // JDK 17 compiles this.
      return new UndertowContainer(
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a JVM from 21 on has virtual threads", e);
    }
  }

  @Override
  public String name() {
    return "Undertow " + Version.getVersionString();
  }

  @Override
  public URI start(WebApp app) {
    deployment = Servlets.newContainer().addDeployment(deploymentOf(app));
    startDeployment();
    Undertow.Builder builder = Undertow.builder().addHttpListener(0, "127.0.0.1");
    if (app.lenientPaths()) {
      builder.setServerOption(UndertowOptions.DECODE_SLASH, true);
      builder.setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true);
    }
    return listen("http", builder);
  }

  private URI listen(String scheme, Undertow.Builder builder) {
    Undertow server = builder.setHandler(applications).build();
    server.start();
    listening.add(server);
    InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create(scheme + "://127.0.0.1:" + bound.getPort());
  }

  /** A second server before the same application: the first takes no more ports once it runs. */
  @Override
  public URI listenSecurely(TestCertificate own, List<TestCertificate> trusted) {
    KeyStore trust = TestCertificate.trusting(trusted.toArray(TestCertificate[]::new));
    return listen(
        "https",
        Undertow.builder()
            .addHttpsListener(0, "127.0.0.1", tls(own.keyStore(), trust))
            .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED));
  }

  private static SSLContext tls(KeyStore own, KeyStore trusted) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, TestCertificate.PASSWORD.toCharArray());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make a TLS context", e);
    }
  }

  private DeploymentInfo deploymentOf(WebApp app) {
    DeploymentInfo info =
        Servlets.deployment()
            .setDeploymentName("app")
            .setContextPath(app.contextPath().isEmpty() ? "/" : app.contextPath())
            .setClassLoader(UndertowContainer.class.getClassLoader())
            .setExecutor(threads)
            // Else a filter starts with the first request, and so would what is wrong with it.
            .setEagerFilterInit(true);
    app.filters().forEach(named -> add(info, named));
    app.servlets().forEach(mapped -> info.addServlet(servlet(mapped)));
    app.errorPages().forEach((status, page) -> info.addErrorPage(new ErrorPage(page, status)));
    return info;
  }

  private static void add(DeploymentInfo info, WebApp.NamedFilter named) {
    FilterInfo filter =
        new FilterInfo(
            named.name(),
            named.filter().getClass(),
            new ImmediateInstanceFactory<>(named.filter()));
    filter.setAsyncSupported(true);
    named.initParams().forEach(filter::addInitParam);
    info.addFilter(filter);
    for (DispatcherType type : DispatcherType.values()) {
      info.addFilterUrlMapping(named.name(), "/*", type);
    }
  }

  private static ServletInfo servlet(WebApp.MappedServlet mapped) {
    return new ServletInfo(
            mapped.name(),
            mapped.servlet().getClass(),
            new ImmediateInstanceFactory<>(mapped.servlet()))
        .setAsyncSupported(true)
        .addMapping(mapped.pattern());
  }

  private void startDeployment() {
    DeploymentManager manager = deployment;
    if (manager == null) {
      throw new IllegalStateException("nothing was deployed");
    }
    try {
      manager.deploy();
      String path = manager.getDeployment().getDeploymentInfo().getContextPath();
      applications.addPrefixPath(path, manager.start());
    } catch (ServletException | RuntimeException e) {
      throw new IllegalStateException(name() + ": the application did not start", e);
    }
  }

  private void stopDeployment() {
    if (deployment != null && deployment.getState() != DeploymentManager.State.UNDEPLOYED) {
      try {
        deployment.stop();
        deployment.undeploy();
      } catch (ServletException e) {
        throw new IllegalStateException(name() + " did not obey", e);
      }
    }
  }

  /** Whose path has no slash to begin with. */
  @Override
  public boolean failsOn(String target) {
    return !target.startsWith("/") && !target.contains("://");
  }

  /** It reads a tab in a header's value as a space: here the one before the token. */
  @Override
  public boolean mends(RawRequest request) {
    return request.headers().stream().anyMatch(line -> line.matches("Authorization: Bearer ?\t.*"));
  }

  @Override
  public void redeploy() {
    stopDeployment();
    startDeployment();
  }

  @Override
  public void stop() {
    listening.forEach(Undertow::stop);
    listening.clear();
    stopDeployment();
    if (threads instanceof ExecutorService own) {
      own.shutdown();
    }
  }
}
