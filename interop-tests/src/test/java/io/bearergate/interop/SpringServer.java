package io.bearergate.interop;

import io.bearergate.sample.flow.Landscape.Cast;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Spring Authorization Server in this JVM, on Tomcat and a free port. */
final class SpringServer implements RealServer {

  private static final Set<String> FLOWS = Set.of("F01", "F02", "F03", "F11", "F12", "F15", "F16");

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
  public Set<String> flows() {
    return FLOWS;
  }

  @Override
  public void close() {
    context.getWebServer().stop();
  }
}
