package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servlet §12.1. */
class ServletPatternsTest {

  private static ServletRegistration servlet(@Nullable List<String> mappings) {
    return (ServletRegistration)
        Proxy.newProxyInstance(
            ServletPatternsTest.class.getClassLoader(),
            new Class<?>[] {ServletRegistration.class},
            (proxy, method, arguments) -> mappings);
  }

  private static ServletPatterns patterns(String... patterns) {
    Map<String, ServletRegistration> servlets = new HashMap<>();
    for (String pattern : patterns) {
      servlets.put("to " + pattern, servlet(List.of(pattern)));
    }
    return new ServletPatterns(servlets);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b,/a/b",
    "/a,/a/*",
    "/a/,/a/*",
    "/a/c,/a/*",
    "/a/x.do,/a/*",
    "/a/b/c,/a/*",
    "/a/deep/er,/a/deep/*",
    "/ab,/",
    "/x.do,*.do",
    "/x.y/z,/",
    "/,''",
    "'',''"
  })
  void findsTheNearest(String path, String pattern) {
    assertThat(patterns("/a/b", "/a/*", "/a/deep/*", "*.do", "/", "").servletAt(path))
        .contains("to " + pattern);
  }

  @Test
  void findsNoneWhereNoneIsMapped() {
    assertThat(patterns("/a").servletAt("/b")).isEmpty();
    assertThat(patterns("/").servletAt("/")).contains("to /");
    assertThat(patterns("/*").servletAt("/")).contains("to /*");
  }

  @Test
  void knowsNothingOfAServletWhoseMappingsAreNotTold() {
    assertThat(new ServletPatterns(Map.of("s", servlet(null))).servletAt("/s")).isEmpty();
  }
}
