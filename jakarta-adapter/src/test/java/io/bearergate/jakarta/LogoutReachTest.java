package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoutReachTest {

  private static final Logger LOG = Logger.getLogger("io.bearergate.jakarta");

  private final List<String> warned = new ArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().equals(Level.WARNING)) {
            warned.add(entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void record() {
    LOG.addHandler(recorder);
  }

  @AfterEach
  void stopRecording() {
    LOG.removeHandler(recorder);
  }

  private static <T> T answering(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            LogoutReachTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }

  /** Another filter of ours stands before everything, and waits for no logout. */
  private static FilterConfig mapped(List<String> patterns, List<String> servlets) {
    FilterRegistration own = registration(patterns, servlets);
    FilterRegistration other = registration(List.of("/*"), List.of());
    ServletRegistration catchAll =
        answering(
            ServletRegistration.class,
            method -> method.equals("getMappings") ? List.of("/*") : null);
    ServletContext application =
        answering(
            ServletContext.class,
            method ->
                switch (method) {
                  case "getFilterRegistration" -> own;
                  case "getFilterRegistrations" -> Map.of("api", own, "other", other);
                  case "getServletRegistrations" -> Map.of("catch-all", catchAll);
                  case "getContextPath" -> "";
                  default -> null;
                });
    return answering(
        FilterConfig.class,
        method ->
            switch (method) {
              case "getServletContext" -> application;
              case "getFilterName" -> "api";
              default -> null;
            });
  }

  private static FilterRegistration registration(List<String> patterns, List<String> servlets) {
    return answering(
        FilterRegistration.class,
        method ->
            switch (method) {
              case "getUrlPatternMappings" -> patterns;
              case "getServletNameMappings" -> servlets;
              case "getClassName" -> BearergateFilter.class.getName();
              default -> null;
            });
  }

  private static void check(FilterConfig filter) {
    LogoutReach.check(filter, "/back/logout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/*", "/back/*", "/back/logout", "/back/logout/*"})
  void findsThePathWithinAPattern(String pattern) {
    assertThatCode(() -> check(mapped(List.of("/api/*", pattern), List.of())))
        .doesNotThrowAnyException();
    assertThat(warned).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"catch-all", "*"})
  void findsThePathBehindAServlet(String servlet) {
    assertThatCode(() -> check(mapped(List.of(), List.of(servlet)))).doesNotThrowAnyException();
    assertThat(warned).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/*", "/back", "/back/logout/further", "*.do", "/"})
  void stopsTheStartWhereThePathIsOutside(String pattern) {
    assertThatThrownBy(() -> check(mapped(List.of(pattern), List.of("another"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Add <url-pattern>/back/logout</url-pattern>")
        .hasMessageContaining("filter \"api\"");
  }

  @Test
  void warnsWhereTheServerDoesNotTell() {
    assertThatCode(() -> check(mapped(List.of(), List.of()))).doesNotThrowAnyException();
    assertThat(warned).hasSize(1);
  }

  @Test
  void isAskedWhenTheFilterStarts() {
    GateConfig config =
        GateConfig.builder("https://issuer.test/", "api")
            .set(Setting.MAX_TOKEN_AGE, "1h")
            .set(Setting.BACK_CHANNEL_LOGOUT, "/back/logout")
            .set(Setting.BACK_CHANNEL_LOGOUT_CLIENTS, "web")
            .build();

    assertThatThrownBy(
            () -> new BearergateFilter(config).init(mapped(List.of("/api/*"), List.of())))
        .hasMessageContaining("Add <url-pattern>/back/logout</url-pattern>");
  }
}
