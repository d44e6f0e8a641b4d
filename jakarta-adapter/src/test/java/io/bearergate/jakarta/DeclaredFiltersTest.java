package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredFiltersTest {

  /** A registration of a server that answers with {@code null} what has no entry. */
  private static FilterRegistration registration(String method, List<String> mappings) {
    return (FilterRegistration)
        Proxy.newProxyInstance(
            DeclaredFiltersTest.class.getClassLoader(),
            new Class<?>[] {FilterRegistration.class},
            (proxy, called, arguments) -> called.getName().equals(method) ? mappings : null);
  }

  @Test
  void tellsPatternsWhereServerHasNoListOfServlets() {
    FilterRegistration filter = registration("getUrlPatternMappings", List.of("/*", "/*"));

    assertThat(DeclaredFilters.mappings(filter)).containsExactly("/*");
  }

  @Test
  void tellsServletsWhereServerHasNoListOfPatterns() {
    FilterRegistration filter = registration("getServletNameMappings", List.of("s"));

    assertThat(DeclaredFilters.mappings(filter)).containsExactly("servlet \"s\"");
  }

  @Test
  void tellsNothingWhereServerHasNeither() {
    assertThat(DeclaredFilters.mappings(registration("getName", List.of()))).isEmpty();
  }
}
