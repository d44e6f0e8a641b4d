package io.bearergate.contract.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.config.ConfigException;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestIssuer;
import java.net.URI;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory;
import org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory;
import org.springframework.boot.web.servlet.server.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The other embedded servers of Spring Boot 3.5: protected from the start, or not started. */
class EmbeddedServersTest {

  private static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final TestIssuer issuer = TestIssuer.start();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Shop {}

  @BeforeAll
  static void silenceOthers() {
    SpringBootContainer.silenceOthers();
  }

  @AfterEach
  void stopIssuer() {
    issuer.close();
  }

  static Stream<Named<Supplier<ServletWebServerFactory>>> servers() {
    return Stream.of(
        Named.of("Jetty", JettyServletWebServerFactory::new),
        Named.of("Undertow", UndertowServletWebServerFactory::new));
  }

  private static ConfigurableApplicationContext start(
      Supplier<ServletWebServerFactory> server, String... settings) {
    return new SpringApplicationBuilder(Shop.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .properties(settings)
        .properties("server.address=127.0.0.1", "server.port=0")
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(ServletWebServerFactory.class, server))
        .run();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void protects(Supplier<ServletWebServerFactory> server) {
    try (ConfigurableApplicationContext running =
        start(
            server,
            "bearergate.issuer=" + issuer.issuer(),
            "bearergate.audience=" + AUDIENCE,
            "bearergate.startup=wait")) {
      String port = running.getEnvironment().getProperty("local.server.port");
      String token = issuer.token(t -> t.audience(AUDIENCE));

      assertThat(get(port, RawRequest.get("/a")).status()).isEqualTo(401);
      assertThat(get(port, RawRequest.get("/a").bearer(token)).status()).isEqualTo(404);
    }
  }

  private static Answer get(String port, RawRequest request) {
    return RawConnection.exchange(URI.create("http://127.0.0.1:" + port), request);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void doesNotStartWithoutIssuer(Supplier<ServletWebServerFactory> server) {
    assertThatThrownBy(() -> start(server)).hasRootCauseInstanceOf(ConfigException.class);
  }
}
