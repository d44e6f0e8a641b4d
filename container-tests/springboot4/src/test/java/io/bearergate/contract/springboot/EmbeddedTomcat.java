package io.bearergate.contract.springboot;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;

/** Takes the place of the class of this name for Spring Boot 3.5, being first on the class path. */
final class EmbeddedTomcat {

  private EmbeddedTomcat() {}

  /** Whatever the class path brings. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  static void addConnector(GenericApplicationContext running, Connector connector) {
    ServletWebServerApplicationContext application = (ServletWebServerApplicationContext) running;
    ((TomcatWebServer) application.getWebServer()).getTomcat().getService().addConnector(connector);
  }

  static void customize(GenericApplicationContext application, Consumer<Connector> change) {
    application.registerBean(TomcatConnectorCustomizer.class, () -> change::accept);
  }

  static void errorPages(GenericApplicationContext application, Map<Integer, String> pages) {
    application.registerBean(
        ErrorPageRegistrar.class,
        () ->
            registry ->
                pages.forEach(
                    (status, page) ->
                        registry.addErrorPages(new ErrorPage(HttpStatus.valueOf(status), page))));
  }
}
