package io.bearergate.contract.jaxrs;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.contract.TestApi;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.tomcat.TomcatContainer;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Resources on a real server; the application lists them and nothing else. */
final class JaxRsApi implements AutoCloseable {

  private static final String RULES =
      "/open/** open\n/read/** scope read\n/shops/lifted open\n/** token";

  private final TestIssuer issuer = TestIssuer.start();
  private final TomcatContainer tomcat = new TomcatContainer();
  private final URI address;

  private JaxRsApi(boolean filtered, Class<?>... resources) {
    GateConfig config =
        GateConfig.builder(issuer.issuer(), TestApi.AUDIENCE)
            .rules(RULES)
            .set(Setting.STARTUP, "wait")
            .build();
    WebApp empty = WebApp.empty();
    WebApp app = filtered ? empty.filter("api", new BearergateFilter(config), Map.of()) : empty;
    address =
        tomcat.start(
            new WebApp(
                app.filters(),
                List.of(new WebApp.MappedServlet("jersey", jersey(resources), "/*")),
                Map.of(),
                false,
                ""));
  }

  static JaxRsApi of(Class<?>... resources) {
    return new JaxRsApi(true, resources);
  }

  static JaxRsApi withoutFilter(Class<?>... resources) {
    return new JaxRsApi(false, resources);
  }

  private static ServletContainer jersey(Class<?>... resources) {
    return new ServletContainer(
        ResourceConfig.forApplication(
            new Application() {
              @Override
              public Set<Class<?>> getClasses() {
                return Set.of(resources);
              }
            }));
  }

  Answer send(String method, String path) {
    return RawConnection.exchange(address, RawRequest.of(method, path));
  }

  Answer send(String method, String path, UnaryOperator<TestToken> change) {
    String token = issuer.token(t -> change.apply(t.audience(TestApi.AUDIENCE)));
    return RawConnection.exchange(address, RawRequest.of(method, path).bearer(token));
  }

  @Override
  public void close() {
    tomcat.stop();
    issuer.close();
  }
}
