package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it does is tested on Jetty. */
class FirstPlaceTest {

  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            FirstPlaceTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> null));
  }

  /** As Jetty asks of listeners. A record would answer by what keeps its class loader. */
  @Test
  void isEqualToItselfAlone() {
    ServletContext application = nothing(ServletContext.class);
    FilterRegistration standIn = nothing(FilterRegistration.class);
    FirstPlace listener = new FirstPlace(application, List.of(), standIn);

    assertThat(FirstPlace.class.isRecord()).isFalse();
    assertThat(listener).isNotEqualTo(new FirstPlace(application, List.of(), standIn));
  }
}
