package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.Gate;
import io.bearergate.Stores;
import io.bearergate.config.GateConfig;
import io.bearergate.sender.SeenProofs;
import io.bearergate.sender.SeenProofs.Use;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.time.Duration;
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

  private Stores of(String filter) {
    return SharedStores.of(application, filter, InstantSource.system());
  }

  private Use use(String filter) {
    return of(filter).seenProofs().use("key", "id", Duration.ofSeconds(90));
  }

  @Test
  void givesFiltersWhatTheApplicationShares() {
    Stores shared = Stores.inMemory(InstantSource.system());

    BearergateFilter.share(application, shared);

    assertThat(of("api").revokedTokens()).isSameAs(shared.revokedTokens());
    assertThat(of("api").introspectionCache()).isSameAs(shared.introspectionCache());
  }

  @Test
  void givesFiltersOneMemoryWhereNobodyShares() {
    assertThat(of("one").revokedTokens()).isSameAs(of("two").revokedTokens());
  }

  @Test
  void takesAProofAtEachFilterOnce() {
    assertThat(use("one")).isEqualTo(Use.FIRST);
    assertThat(use("two")).isEqualTo(Use.FIRST);
    assertThat(use("one")).isEqualTo(Use.REPLAYED);
    assertThat(use("two")).isEqualTo(Use.REPLAYED);
  }

  @Test
  void takesAProofOnceAtTheSameFilterOfAllNodes() {
    Stores cluster = Stores.inMemory(InstantSource.system());
    BearergateFilter.share(application, cluster);
    assertThat(use("api")).isEqualTo(Use.FIRST);

    attributes.clear();
    BearergateFilter.share(application, cluster);

    assertThat(use("api")).isEqualTo(Use.REPLAYED);
  }

  @Test
  void asksTheStoreWhetherItRemembersLongEnough() {
    SeenProofs forgetful =
        new SeenProofs() {
          @Override
          public Use use(String keyThumbprint, String proofId, Duration lifetime) {
            return Use.UNAVAILABLE;
          }

          @Override
          public void expect(Duration lifetime) {
            throw new IllegalArgumentException("too long");
          }
        };
    BearergateFilter.share(
        application, Stores.inMemory(InstantSource.system()).withSeenProofs(forgetful));

    assertThatThrownBy(() -> of("api").seenProofs().expect(Duration.ofSeconds(90)))
        .hasMessage("too long");
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

    assertThatThrownBy(() -> of("api"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one copy of the jar");
  }
}
