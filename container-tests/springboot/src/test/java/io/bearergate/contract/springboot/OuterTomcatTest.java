package io.bearergate.contract.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jakarta.BearergateInitializer;
import io.bearergate.jakarta.StandInFilter;
import io.bearergate.test.TestIssuer;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.SpringServletContainerInitializer;

/**
 * A Spring Boot application as a WAR on a Tomcat that runs initializers, in whichever order, and
 * reads the jar's fragment: all doors at once, one filter.
 */
class OuterTomcatTest {

  private static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final TestIssuer issuer = TestIssuer.start();
  private final CapturedLog log = CapturedLog.start();
  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();

  @TempDir private Path folder;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Shop {}

  /** What the server finds, as of any WAR that Spring Boot makes. */
  static final class War extends SpringBootServletInitializer {
    @Override
    protected SpringApplicationBuilder configure(SpringApplicationBuilder application) {
      return application
          .sources(Shop.class)
          .bannerMode(Banner.Mode.OFF)
          .logStartupInfo(false)
          .properties(
              "bearergate.issuer=${outer.issuer}",
              "bearergate.audience=" + AUDIENCE,
              "bearergate.startup=wait")
          .initializers(
              context ->
                  ((GenericApplicationContext) context)
                      .registerBean("echo", ServletRegistrationBean.class, OuterTomcatTest::echo));
    }
  }

  private static ServletRegistrationBean<HttpServlet> echo() {
    WebApp app =
        WebApp.empty()
            .servlet(
                "",
                (request, response) ->
                    response.getWriter().println("user=" + request.getRemoteUser()));
    return new ServletRegistrationBean<>(app.servlets().get(0).servlet(), "/notes/*");
  }

  @BeforeAll
  static void silenceOthers() {
    SpringBootContainer.silenceOthers();
  }

  @BeforeEach
  void prepare() {
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    tomcat.setBaseDir(folder.toString());
    tomcat.setConnector(connector);
    tomcat.setSilent(true);
    tomcat.getEngine().setParentClassLoader(OuterTomcatTest.class.getClassLoader());
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
    System.clearProperty("outer.issuer");
    issuer.close();
    log.close();
  }

  private void deploy(boolean oursFirst) throws Exception {
    Context context = tomcat.addContext("", folder.toString());
    addFragment(context);
    ServletContainerInitializer ours = new BearergateInitializer();
    ServletContainerInitializer springs = new SpringServletContainerInitializer();
    for (ServletContainerInitializer next :
        oursFirst ? List.of(ours, springs) : List.of(springs, ours)) {
      context.addServletContainerInitializer(next, next == springs ? Set.of(War.class) : Set.of());
    }
    tomcat.start();
  }

  private static void addFragment(Context context) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("bearergate");
    filter.setFilterClass(StandInFilter.class.getName());
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("bearergate");
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
  }

  private Answer exchange(RawRequest request) {
    URI server = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    return RawConnection.exchange(server, request);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void protectsByOneFilter(boolean oursFirst) throws Exception {
    System.setProperty("outer.issuer", issuer.issuer());
    deploy(oursFirst);

    assertThat(exchange(RawRequest.get("/notes/1")).status()).isEqualTo(401);
    String token = issuer.token(t -> t.audience(AUDIENCE));
    assertThat(exchange(RawRequest.get("/notes/1").bearer(token)).told("user")).isEqualTo("alice");
    assertThat(log.text())
        .containsOnlyOnce("protects by these rules")
        .contains("Filter \"api\" of the root context is mapped to /*");
  }

  @Test
  void doesNotStartWithWrongSettings() throws Exception {
    assertThatThrownBy(() -> deploy(true))
        .rootCause()
        .hasMessageContaining("Bearergate cannot start")
        .hasMessageContaining("\"${outer.issuer}\"");
  }
}
