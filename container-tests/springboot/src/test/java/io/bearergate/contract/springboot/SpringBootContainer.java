package io.bearergate.contract.springboot;

import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.WebApp;
import io.bearergate.test.TestCertificate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
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
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;

/** A Spring Boot 3.5 application on its embedded Tomcat, the filter registered as a bean. */
final class SpringBootContainer implements ServletContainer {

  /** Held, so that the levels set on them stay: their own doings are of no interest. */
  private static final List<Logger> OTHERS =
      Stream.of("org.springframework", "org.apache").map(Logger::getLogger).toList();

  static {
    OTHERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final boolean virtualThreads;
  private @Nullable ServletWebServerApplicationContext running;
  private @Nullable WebApp deployed;

  SpringBootContainer() {
    this(false);
  }

  private SpringBootContainer(boolean virtualThreads) {
    this.virtualThreads = virtualThreads;
  }

  /** Runs each request on a virtual thread, if the JVM has any. */
  static SpringBootContainer onVirtualThreads() {
    return new SpringBootContainer(true);
  }

  /** The application, as its users have it: whatever the class path brings is set up. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  @Override
  public String name() {
    return "Spring Boot " + SpringBootVersion.getVersion();
  }

  @Override
  public URI start(WebApp app) {
    ServletWebServerApplicationContext started = run(app, 0);
    running = started;
    deployed = app;
    return URI.create("http://127.0.0.1:" + started.getWebServer().getPort());
  }

  private ServletWebServerApplicationContext run(WebApp app, int port) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.address",
            "127.0.0.1",
            "server.port",
            port,
            "server.servlet.context-path",
            app.contextPath(),
            "server.max-http-request-header-size",
            "64KB",
            "server.tomcat.max-keep-alive-requests",
            -1,
            "spring.threads.virtual.enabled",
            virtualThreads));
    application.addInitializers(context -> registerBeans(app, (GenericApplicationContext) context));
    try {
      return (ServletWebServerApplicationContext) application.run();
    } catch (RuntimeException e) {
      throw new IllegalStateException(name() + ": the application did not start", e);
    }
  }

  private static void registerBeans(WebApp app, GenericApplicationContext context) {
    for (int i = 0; i < app.filters().size(); i++) {
      FilterRegistrationBean<Filter> filter = filter(app.filters().get(i), i);
      context.registerBean("filter" + i, FilterRegistrationBean.class, () -> filter);
    }
    for (WebApp.MappedServlet mapped : app.servlets()) {
      context.registerBean(mapped.name(), ServletRegistrationBean.class, () -> servlet(mapped));
    }
    context.registerBean(ErrorPageRegistrar.class, () -> errorPages(app));
    if (app.lenientPaths()) {
      context.registerBean(
          TomcatConnectorCustomizer.class, () -> SpringBootContainer::allowAmbiguousPaths);
    }
  }

  /** Before every other filter, Spring's own included. */
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

  private static ErrorPageRegistrar errorPages(WebApp app) {
    return registry ->
        app.errorPages()
            .forEach(
                (status, page) ->
                    registry.addErrorPages(new ErrorPage(HttpStatus.valueOf(status), page)));
  }

  private static void allowAmbiguousPaths(Connector connector) {
    connector.setProperty("encodedSolidusHandling", "decode");
    connector.setProperty("allowBackslash", "true");
    connector.setProperty("relaxedPathChars", "\\<>[]^`{|}\"");
  }

  private ServletWebServerApplicationContext running() {
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
    ((TomcatWebServer) running().getWebServer()).getTomcat().getService().addConnector(connector);
    return URI.create("https://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void redeploy() {
    ServletWebServerApplicationContext before = running();
    int port = before.getWebServer().getPort();
    before.close();
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
