package io.bearergate.contract.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.jakarta.RequiresScope;
import io.bearergate.test.TestIssuer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servlets ask where Undertow tells of the one that the request went to first. */
class UndertowAnnotationsTest {

  private static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final TestIssuer issuer = TestIssuer.start();
  private final UndertowContainer server = new UndertowContainer();
  private URI address = URI.create("http://127.0.0.1");

  @RequiresScope("notes")
  private static final class Notes extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().println("served=Notes");
    }
  }

  private static final class Plain extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      switch (String.valueOf(request.getHeader("By"))) {
        case "async" -> request.startAsync().dispatch("/notes/7");
        case "error" -> response.sendError(418);
        case "forward" -> request.getRequestDispatcher("/notes/7").forward(request, response);
        case "include" -> request.getRequestDispatcher("/notes/7").include(request, response);
        default -> response.getWriter().println("served=Plain");
      }
    }
  }

  @BeforeEach
  void start() {
    GateConfig config =
        GateConfig.builder(issuer.issuer(), AUDIENCE).set(Setting.STARTUP, "wait").build();
    address =
        server.start(
            new WebApp(
                List.of(new WebApp.NamedFilter("api", new BearergateFilter(config), Map.of())),
                List.of(
                    new WebApp.MappedServlet("notes", new Notes(), "/notes/*"),
                    new WebApp.MappedServlet("plain", new Plain(), "/plain")),
                Map.of(418, "/notes/7"),
                false,
                ""));
  }

  @AfterEach
  void stop() {
    server.stop();
    issuer.close();
  }

  private Answer plain(String by, String scope) {
    String token = issuer.token(t -> t.audience(AUDIENCE).scope(scope));
    return RawConnection.exchange(address, RawRequest.get("/plain").header("By", by).bearer(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "error", "forward", "include"})
  void asksInEveryDispatch(String by) {
    assertThat(plain(by, "other").body()).doesNotContain("served=Notes");
    assertThat(plain(by, "notes").body()).contains("served=Notes");
  }

  @Test
  void asksNothingOfTheServletThatAsksNothing() {
    assertThat(plain("itself", "other").body()).contains("served=Plain");
  }
}
