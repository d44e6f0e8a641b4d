package io.bearergate.interop;

import io.bearergate.sample.flow.Landscape.Cast;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Spring Authorization Server in this JVM, on Tomcat and a free port. */
final class SpringServer implements RealServer {

  private static final Set<String> FLOWS = Set.of("F01", "F02", "F03", "F11", "F15", "F16");

  private final WebServerApplicationContext context;

  private SpringServer(WebServerApplicationContext context) {
    this.context = context;
  }

  static SpringServer start() {
    return new SpringServer(
        (WebServerApplicationContext)
            new SpringApplicationBuilder(SpringApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                    Map.of(
                        "spring.main.banner-mode",
                        "off",
                        "spring.autoconfigure.exclude", // it issues tokens, and takes none
                        "io.bearergate.jakarta.spring.BearergateAutoConfiguration",
                        "server.port",
                        "0",
                        "server.address",
                        "127.0.0.1"))
                .run());
  }

  @Override
  public String issuer() {
    return "http://127.0.0.1:" + context.getWebServer().getPort();
  }

  @Override
  public Cast cast() {
    return SpringClients.cast();
  }

  @Override
  public Map<String, String> notAccessTokens(TokenKinds kinds) {
    return kinds.fromLogin();
  }

  @Override
  public Set<String> flows() {
    return FLOWS;
  }

  @Override
  public void close() {
    context.getWebServer().stop();
  }
}
