package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReachTest {

  private static FilterReach before(String pattern) {
    return new FilterReach("api", Set.of(pattern), Set.of());
  }

  private static ServletRegistration servlet(String mapping) {
    return (ServletRegistration)
        Proxy.newProxyInstance(
            FilterReachTest.class.getClassLoader(),
            new Class<?>[] {ServletRegistration.class},
            (proxy, method, arguments) ->
                method.getName().equals("getMappings") ? List.of(mapping) : "s");
  }

  @ParameterizedTest
  @CsvSource({
    "/*,/a/*",
    "/*,/",
    "/*,''",
    "/*,*.do",
    "/a/*,/a/*",
    "/a/*,/a",
    "/a/*,/a/b",
    "/a/*,/a/b/*",
    "*.do,*.do",
    "*.do,/x.do",
    "/a,/a"
  })
  void reachesWhatItsPatternCovers(String filter, String servlet) {
    assertThatCode(() -> before(filter).checkReaches(servlet(servlet))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/*,/b/*",
    "/a/*,/ab",
    "/a/*,/*",
    "/a/*,*.do",
    "*.do,/a/*",
    "*.do,/a",
    "/a,/a/*",
    "/,/a"
  })
  void stopsTheStartWhereARequestCouldPassIt(String filter, String servlet) {
    stopsTheStart(filter, servlet, servlet);
  }

  /** To a servlet "/" is every path and "" the root; to a filter, on most servers, neither. */
  @ParameterizedTest
  @CsvSource({"/,/", "'',''", "/a/*,/", "/a/*,''"})
  void standsBeforeServletsOfAllPathsOrTheRootByAllPathsOnly(String filter, String servlet) {
    stopsTheStart(filter, servlet, "/*");
  }

  private static void stopsTheStart(String filter, String servlet, String wanted) {
    assertThatThrownBy(() -> before(filter).checkReaches(servlet(servlet)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Add <url-pattern>" + wanted + "</url-pattern>")
        .hasMessageContaining("filter \"api\"");
  }

  @Test
  void reachesAServletByItsName() {
    assertThatCode(() -> new FilterReach("api", Set.of(), Set.of("s")).checkReaches(servlet("/a")))
        .doesNotThrowAnyException();
  }
}
