package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServletRequestViewTest {

  private final Map<String, Object> answers =
      new HashMap<>(
          Map.of(
              "getRemoteAddr", "10.0.0.5",
              "getRemotePort", 40_000,
              "getScheme", "https",
              "getServerName", "api.example.com",
              "getServerPort", 8443,
              "getRequestURI", "/a"));
  private final Map<String, Object> attributes = new HashMap<>();
  private final HttpServletRequest request =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              ServletRequestViewTest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getAttribute")
                      ? attributes.get(arguments[0])
                      : answers.get(method.getName()));
  private final ServletRequestView view = new ServletRequestView(request);

  @Test
  void tellsThePeerThatTheServerSaw() {
    HttpServletRequest claimed =
        new HttpServletRequestWrapper(request) {
          @Override
          public String getRemoteAddr() {
            return "10.9.9.9";
          }
        };

    assertThat(view.peer()).isEqualTo("10.0.0.5");
    assertThat(new ServletRequestView(claimed).peer()).isEqualTo("10.0.0.5");
  }

  @Test
  void tellsNobodyWhereTomcatsValveTookThePeerFromAHeader() {
    attributes.put("org.apache.tomcat.request.forwarded", true);

    assertThat(view.peer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void tellsNobodyOverAUnixSocket(int port) {
    answers.put("getRemotePort", port);

    assertThat(view.peer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, https://api.example.com:8443/a",
    "::1, https://[::1]:8443/a",
    "[::1], https://[::1]:8443/a"
  })
  void namesTheAddressAsTheClientDid(String host, String target) {
    answers.put("getServerName", host);

    assertThat(view.target()).isEqualTo(target);
  }
}
