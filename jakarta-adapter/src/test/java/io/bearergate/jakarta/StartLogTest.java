package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartLogTest {

  private static <T> T answering(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            StartLogTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }

  private static ServletContext withFilter(@Nullable String className) {
    FilterRegistration filter =
        answering(
            FilterRegistration.class, method -> method.equals("getName") ? "other" : className);
    return answering(ServletContext.class, method -> Map.of("other", filter));
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.web.filter.ForwardedHeaderFilter, true",
    "org.apache.catalina.filters.RemoteIpFilter, true",
    "org.apache.catalina.filters.CorsFilter, false",
    ", false",
  })
  void findsFiltersThatChangeWhatProxiesSay(@Nullable String className, boolean found) {
    assertThat(StartLog.rewriting(withFilter(className)).contains("other")).isEqualTo(found);
  }
}
