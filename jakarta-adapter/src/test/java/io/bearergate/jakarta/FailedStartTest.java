package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ServiceConfigurationError;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A server that goes on without a filter whose start fails must not serve what it protects. */
class FailedStartTest {

  private static <T> T answering(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            FailedStartTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }

  /** Settings that cannot be read, for want of a jar say. */
  private static FilterConfig failingOn(String server) {
    ServletContext application =
        answering(ServletContext.class, method -> method.equals("getServerInfo") ? server : null);
    return answering(
        FilterConfig.class,
        method ->
            switch (method) {
              case "getServletContext" -> application;
              case "getFilterName" -> "api";
              default -> throw new ServiceConfigurationError("broken");
            });
  }

  @Test
  void refusesEveryRequestWhereTheServerGoesOn() {
    BearergateFilter filter = new BearergateFilter();

    assertThatCode(() -> filter.init(failingOn("Payara Micro 6"))).doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    answering(HttpServletRequest.class, method -> null),
                    answering(HttpServletResponse.class, method -> null),
                    (request, response) -> {}))
        .isInstanceOf(ServletException.class);
  }

  @Test
  void stopsTheStartElsewhere() {
    assertThatThrownBy(() -> new BearergateFilter().init(failingOn("Apache Tomcat/11")))
        .isInstanceOf(ServiceConfigurationError.class);
  }
}
