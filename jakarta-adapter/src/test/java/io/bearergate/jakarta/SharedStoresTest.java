package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.Gate;
import io.bearergate.Stores;
import io.bearergate.config.GateConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedStoresTest {

  private final Map<String, Object> attributes = new HashMap<>();
  private final ServletContext application =
      (ServletContext)
          Proxy.newProxyInstance(
              SharedStoresTest.class.getClassLoader(),
              new Class<?>[] {ServletContext.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "setAttribute" ->
                        attributes.put((String) arguments[0], arguments[1]) == null;
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  private Stores ofFilters() {
    return SharedStores.of(application, InstantSource.system());
  }

  @Test
  void givesFiltersWhatTheApplicationShares() {
    Stores shared = Stores.inMemory(InstantSource.system());

    BearergateFilter.share(application, shared);

    assertThat(ofFilters()).isSameAs(shared);
  }

  @Test
  void keepsInMemoryWhatNobodyShares() {
    assertThat(ofFilters()).isNotSameAs(ofFilters());
  }

  @Test
  void refusesToShareOnceFilterRuns() {
    GateConfig config = GateConfig.builder("https://issuer.test/", "api").build();

    try (Gate gate = Gate.open(config)) {
      Runnable forget = new OpenGate(gate, new KeptDecisions()).tell(application, "api");

      assertThatThrownBy(
              () -> BearergateFilter.share(application, Stores.inMemory(InstantSource.system())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ServletContextListener");
      assertThat(forget).isNotNull();
    }
  }

  @Test
  void refusesStoresOfAnotherCopyOfTheJar() {
    attributes.put("io.bearergate.stores", new Object());

    assertThatThrownBy(this::ofFilters)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one copy of the jar");
  }
}
