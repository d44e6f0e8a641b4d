package io.bearergate.contract.springboot;

import io.bearergate.jakarta.spring.BearergateAutoConfiguration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.web.embedded.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;

/** What Spring Boot 4 names otherwise; its module has a class of this name. */
final class EmbeddedTomcat {

  private EmbeddedTomcat() {}

  /**
   * What a web application gets, by name: looking for whatever else the class path might bring
   * takes most of a start, and there are a hundred. {@link AutoConfigurationTest} looks.
   */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    BearergateAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
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
