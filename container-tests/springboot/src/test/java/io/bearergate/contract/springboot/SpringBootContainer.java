package io.bearergate.contract.springboot;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.WebApp;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.test.TestCertificate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * A Spring Boot application on its embedded Tomcat. The filter goes in by the auto-configuration,
 * be it from settings or as the application's own bean; where there are two, both are registered by
 * the application itself.
 */
final class SpringBootContainer implements ServletContainer {

  /** Held, so that the levels set on them stay: their own doings are of no interest. */
  private static final List<Logger> OTHERS =
      Stream.of("org.springframework", "org.apache").map(Logger::getLogger).toList();

  private final boolean virtualThreads;
  private @Nullable GenericApplicationContext running;
  private @Nullable WebApp deployed;

  SpringBootContainer() {
    this(false);
  }

  private SpringBootContainer(boolean virtualThreads) {
    this.virtualThreads = virtualThreads;
    silenceOthers();
  }

  static void silenceOthers() {
    OTHERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  /** Runs each request on a virtual thread, if the JVM has any. */
  static SpringBootContainer onVirtualThreads() {
    return new SpringBootContainer(true);
  }

  @Override
  public String name() {
    return "Spring Boot " + SpringBootVersion.getVersion();
  }

  @Override
  public URI start(WebApp app) {
    running = run(app, 0);
    deployed = app;
    return URI.create("http://127.0.0.1:" + port());
  }

  private int port() {
    return running().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private GenericApplicationContext run(WebApp app, int port) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", port);
    properties.put("server.servlet.context-path", app.contextPath());
    properties.put("server.max-http-request-header-size", "64KB");
    properties.put("server.tomcat.max-keep-alive-requests", -1);
    properties.put("spring.threads.virtual.enabled", virtualThreads);
    properties.put("spring.main.lazy-initialization", true);
    if (gates(app).size() == 1) { // of two each has its own init-params
      gates(app).get(0).initParams().forEach((k, v) -> put(properties, k, v));
    }
    SpringApplication application = new SpringApplication(EmbeddedTomcat.Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setDefaultProperties(properties);
    application.addInitializers(context -> registerBeans(app, (GenericApplicationContext) context));
    try {
      return (GenericApplicationContext) application.run();
    } catch (RuntimeException e) {
      throw new IllegalStateException(name() + ": the application did not start", e);
    }
  }

  private static void put(Map<String, Object> properties, String key, String value) {
    properties.put("bearergate." + key, value);
  }

  private static List<WebApp.NamedFilter> gates(WebApp app) {
    return app.filters().stream()
        .filter(named -> named.filter() instanceof BearergateFilter)
        .toList();
  }

  private static void registerBeans(WebApp app, GenericApplicationContext context) {
    boolean automatic = gates(app).size() == 1;
    int place = 0;
    for (WebApp.NamedFilter named : app.filters()) {
      if (automatic && named.filter() instanceof BearergateFilter gate) {
        place++; // whatever comes behind it must say so
        if (named.initParams().isEmpty()) {
          context.registerBean("gate", BearergateFilter.class, () -> gate);
        }
      } else {
        FilterRegistrationBean<Filter> filter = filter(named, place);
        context.registerBean(named.name(), FilterRegistrationBean.class, () -> filter);
        place += automatic ? 0 : 1;
      }
    }
    for (WebApp.MappedServlet mapped : app.servlets()) {
      context.registerBean(mapped.name(), ServletRegistrationBean.class, () -> servlet(mapped));
    }
    EmbeddedTomcat.errorPages(context, app.errorPages());
    if (app.lenientPaths()) {
      EmbeddedTomcat.customize(context, SpringBootContainer::allowAmbiguousPaths);
    }
  }

  /** The application's own come before ours at the same place. */
  private static FilterRegistrationBean<Filter> filter(WebApp.NamedFilter named, int place) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(named.filter());
    registration.setName(named.name());
    registration.setInitParameters(named.initParams());
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }

  private static ServletRegistrationBean<HttpServlet> servlet(WebApp.MappedServlet mapped) {
    ServletRegistrationBean<HttpServlet> registration =
        new ServletRegistrationBean<>(mapped.servlet(), mapped.pattern());
    registration.setName(mapped.name());
    return registration;
  }

  private static void allowAmbiguousPaths(Connector connector) {
    connector.setProperty("encodedSolidusHandling", "decode");
    connector.setProperty("allowBackslash", "true");
    connector.setProperty("relaxedPathChars", "\\<>[]^`{|}\"");
  }

  private GenericApplicationContext running() {
    if (running == null) {
      throw new IllegalStateException("nothing runs");
    }
    return running;
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
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
    connector.addSslHostConfig(tls);
    EmbeddedTomcat.addConnector(running(), connector);
    return URI.create("https://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void redeploy() {
    int port = port();
    running().close();
    if (deployed != null) {
      running = run(deployed, port);
    }
  }

  @Override
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
