package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.config.GateConfig;
import io.bearergate.test.TestIssuer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose decision on a request counts, and for what. */
class KeptDecisionsTest {

  private static final Decision DECISION = new Decision.Pass();

  private final Map<String, Object> attributes = new HashMap<>();
  private final KeptDecisions kept = new KeptDecisions();
  private final TestIssuer issuer = TestIssuer.start();
  private final Gate gate = Gate.open(GateConfig.builder(issuer.issuer(), "api").build());

  @AfterEach
  void stop() {
    gate.close();
    issuer.close();
  }

  /** One and the same request, as it looks at one moment. */
  private HttpServletRequest request(String method, String path) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getServletPath" -> path;
                  case "getDispatcherType" -> DispatcherType.REQUEST;
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  default -> null;
                });
  }

  private void decide(KeptDecisions by) {
    HttpServletResponse response =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> null);
    by.keep(new DecidedRequest(by, gate, DECISION, request("GET", "/a"), response));
  }

  private Decision earlyOf(HttpServletRequest request) {
    return kept.earlyOf(request, new ServletRequestView(request));
  }

  private void decideEarly(HttpServletRequest request) {
    kept.keepEarly(request, new ServletRequestView(request), DECISION);
  }

  @Test
  void countsTheFiltersDecisionForWhateverTheRequestBecomes() {
    decide(kept);

    assertThat(kept.of(request("GET", "/b"))).isSameAs(DECISION);
  }

  @Test
  void countsNoOtherFiltersDecision() {
    decide(new KeptDecisions());

    assertThat(kept.of(request("GET", "/a"))).isNull();
  }

  @Test
  void countsAnEarlyDecisionForTheSamePath() {
    decideEarly(request("GET", "/a"));

    assertThat(earlyOf(request("GET", "/a"))).isSameAs(DECISION);
  }

  @Test
  void countsNoEarlyDecisionForAnotherPath() {
    decideEarly(request("GET", ""));

    assertThat(earlyOf(request("GET", "/admin"))).isNull();
  }

  @Test
  void countsNoEarlyDecisionForAnotherMethod() {
    decideEarly(request("GET", "/a"));

    assertThat(earlyOf(request("DELETE", "/a"))).isNull();
  }

  @Test
  void countsNoEarlyDecisionForLaterDispatches() {
    decideEarly(request("GET", "/a"));

    assertThat(kept.of(request("GET", "/a"))).isNull();
  }

  @Test
  void countsNoEarlyDecisionOfAnotherFilters() {
    HttpServletRequest request = request("GET", "/a");
    new KeptDecisions().keepEarly(request, new ServletRequestView(request), DECISION);

    assertThat(earlyOf(request)).isNull();
  }
}
