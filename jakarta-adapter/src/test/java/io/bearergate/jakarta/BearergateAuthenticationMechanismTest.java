package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.Gate;
import io.bearergate.config.GateConfig;
import io.bearergate.test.TestIssuer;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which filter the login asks; what it then does is tested with a real server. */
class BearergateAuthenticationMechanismTest {

  private final Map<String, Object> application = new LinkedHashMap<>();
  private final BearergateAuthenticationMechanism mechanism =
      new BearergateAuthenticationMechanism();

  private static <T> T answering(Class<T> type, Function<String, Object> answer) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getName().equals("getAttribute")
                    ? answer.apply((String) arguments[0])
                    : answer.apply(method.getName()));
    return type.cast(proxy);
  }

  private AuthenticationStatus login(boolean isProtected) throws AuthenticationException {
    ServletContext context =
        answering(
            ServletContext.class,
            asked ->
                asked.equals("getAttributeNames")
                    ? Collections.enumeration(application.keySet())
                    : application.get(asked));
    HttpServletRequest request =
        answering(
            HttpServletRequest.class, asked -> asked.equals("getServletContext") ? context : null);
    HttpServletResponse response = answering(HttpServletResponse.class, asked -> null);
    HttpMessageContext message =
        answering(
            HttpMessageContext.class,
            asked -> asked.equals("isProtected") ? isProtected : AuthenticationStatus.NOT_DONE);
    return mechanism.validateRequest(request, response, message);
  }

  @Test
  void leavesUnprotectedPathToFilterThatIsYetToStart() throws AuthenticationException {
    assertThat(login(false)).isEqualTo(AuthenticationStatus.NOT_DONE);
  }

  @Test
  void failsOnProtectedPathWithoutFilter() {
    assertThatThrownBy(() -> login(true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No BearergateFilter is running");
  }

  @Test
  void failsWithSeveralFilters() {
    try (TestIssuer issuer = TestIssuer.start();
        Gate gate = Gate.open(GateConfig.builder(issuer.issuer(), "api").build())) {
      application.put("io.bearergate.gate.one", new OpenGate(gate, new KeptDecisions()));
      application.put("io.bearergate.gate.two", new OpenGate(gate, new KeptDecisions()));

      assertThatThrownBy(() -> login(false))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("this one has 2");
    }
  }
}
