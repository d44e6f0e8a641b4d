package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As Open Liberty needs it. */
class EveryServletTest {

  private final List<String> mapped = new ArrayList<>();

  private List<String> map(@Nullable List<String> patterns) {
    FilterRegistration filter =
        (FilterRegistration)
            Proxy.newProxyInstance(
                EveryServletTest.class.getClassLoader(),
                new Class<?>[] {FilterRegistration.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("addMappingForServletNames")) {
                    mapped.addAll(List.of((String[]) arguments[2]));
                  }
                  return method.getName().equals("getUrlPatternMappings") ? patterns : null;
                });
    ServletContext application =
        (ServletContext)
            Proxy.newProxyInstance(
                EveryServletTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> Map.of());
    EveryServlet.map(filter, application);
    return mapped;
  }

  @Test
  void mapsAFilterOfEverything() {
    assertThat(map(List.of("/a", "/*"))).containsExactly("*");
  }

  @Test
  void mapsAFilterOfWhichTheServerTellsNothing() {
    assertThat(map(null)).containsExactly("*");
  }

  @Test
  void leavesAFilterWhereTheApplicationMapsItToLess() {
    assertThat(map(List.of("/a/*"))).isEmpty();
  }
}
