package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One decision a request, kept through FORWARD, INCLUDE and ERROR. */
public abstract class DispatchContract extends SharedApiContract {

  @Override
  TestApi.Plan plan() {
    return api()
        .rules("/public/** open\n/denied/** deny\n/api/admin/** scope admin\n/** token")
        .echoing("/public/*", "/api/admin/*", "/denied/*", "/error/*")
        .serving("/api/whoami/*", new Echo("whoami"))
        .serving(
            "/public/forward/*", (rq, rs) -> rq.getRequestDispatcher("/api/admin").forward(rq, rs))
        .serving(
            "/api/forward/*", (rq, rs) -> rq.getRequestDispatcher("/api/admin").forward(rq, rs))
        .serving(
            "/api/include/*",
            (rq, rs) -> {
              new Echo("outer").write(rq, rs.getWriter());
              rq.getRequestDispatcher("/api/whoami").include(rq, rs);
              rs.getWriter().println("after=" + rq.getRemoteUser());
            })
        .serving("/api/missing/*", (rq, rs) -> rs.sendError(404))
        .serving("/public/missing/*", (rq, rs) -> rs.sendError(404))
        .serving("/api/unmapped/*", (rq, rs) -> rs.sendError(410))
        .serving(
            "/api/broken/*",
            (rq, rs) -> {
              throw new ServletException("the application's own");
            })
        .serving(
            "/api/crash/*",
            (rq, rs) -> {
              throw new IllegalStateException("the application's own");
            })
        .behind(DispatchContract::failEarly)
        .app(app -> app.errorPage(404, "/error/404").errorPage(500, "/error/500"));
  }

  /** Fails a request before the gate sees it. */
  private static void failEarly(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean early = ((HttpServletRequest) request).getRequestURI().endsWith("/early");
    if (early && request.getDispatcherType() == DispatcherType.REQUEST) {
      ((HttpServletResponse) response).sendError(404);
      return;
    }
    if (((HttpServletRequest) request).getRequestURI().endsWith("/include-early")
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      request.getRequestDispatcher("/api/admin").include(request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  @Test
  void judgesAnIncludeWithoutDecisionByWhatIsIncluded() {
    Answer answer = api.get("/public/include-early");

    assertThat(answer.body()).doesNotContain("endpoint=admin");
    assertThat(api.events().decisions()).isEqualTo(1);
  }

  @Test
  void keepsDecisionOnForward() {
    Answer answer = api.get("/api/forward", api.token());

    assertThat(answer.told("endpoint")).isEqualTo("admin");
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(api.events().decisions()).isEqualTo(1);
  }

  @Test
  void keepsPassOnForward() {
    Answer answer = api.get("/public/forward");

    assertThat(answer.told("dispatch")).isEqualTo("FORWARD");
    assertThat(answer.told("principal")).isEqualTo("-");
    assertThat(api.events().decisions()).isZero();
  }

  @Test
  void keepsDecisionOnInclude() {
    Answer answer = api.get("/api/include", api.token());

    assertThat(answer.body()).contains("dispatch=INCLUDE").contains("after=alice");
    assertThat(answer.body()).doesNotContain("principal=-");
    assertThat(api.events().decisions()).isEqualTo(1);
  }

  @Test
  void keepsIdentityOnErrorPage() {
    Answer answer = api.get("/api/missing", api.token());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.told("dispatch")).isEqualTo("ERROR");
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("from")).isEqualTo("alice");
    assertThat(api.events().decisions()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/forward", "/api/include", "/api/missing", "/api/crash"})
  void keepsRolesUserAndAuthType(String path) {
    Answer answer = api.get(path, api.token(t -> t.claim("roles", List.of("admin"))));

    assertThat(answer.body())
        .contains("user=alice", "auth=Bearer", "admin=true")
        .doesNotContain("user=null", "auth=null", "admin=false");
  }

  @Test
  void showsErrorPageOfOpenPathToNobody() {
    Answer answer = api.get("/public/missing");

    assertThat(answer.told("dispatch")).isEqualTo("ERROR");
    assertThat(answer.told("principal")).isEqualTo("-");
  }

  @Test
  void keepsStatusThatServletSends() {
    assertThat(api.get("/api/unmapped", api.token()).status()).isEqualTo(410);
  }

  @Test
  void leavesServletExceptionToTheContainer() {
    Answer answer = api.get("/api/broken", api.token());

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    assertThat(answer.told("principal")).isEqualTo("alice");
  }

  @Test
  void leavesRuntimeExceptionToTheContainer() {
    assertThat(api.get("/api/crash", api.token()).status()).isEqualTo(500);
  }

  @Test
  void writesRefusalOverNoErrorPage() {
    Refusal.C0.isGivenBy(api.get("/api/missing"));
  }

  @Test
  void passesErrorOfRequestItNeverSawWithoutPrincipal() {
    Answer answer = api.send(RawRequest.get("/api/early").bearer(api.token()));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.told("dispatch")).isEqualTo("ERROR");
    assertThat(answer.told("principal")).isEqualTo("-");
    assertThat(api.events().decisions()).isZero();
  }

  @Test
  void decidesAnewForNextRequestOfConnection() {
    api.get("/api/whoami", api.token());

    Refusal.C0.isGivenBy(api.get("/api/whoami"));
  }
}
