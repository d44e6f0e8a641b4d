package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import io.bearergate.token.TokenVerifier;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JDK 17 holds the class loader of a record whose own {@code equals} was called last. */
@DisplayName("the class loader of an application that is gone")
class GoneClassLoaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.bearergate.token.TokenMetTwice",
        "io.bearergate.token.TenantsComeAndGo",
        "io.bearergate.sender.ProofMetTwice",
        "io.bearergate.keys.SameOrigins",
      })
  void isLetGo(String use) throws Exception {
    WeakReference<ClassLoader> application = usedBy(use);

    Awaitility.await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(application.refersTo(null)).isTrue();
            });
  }

  /** In a method of its own: no variable of the test must hold it. */
  private static WeakReference<ClassLoader> usedBy(String use) throws Exception {
    URL[] places =
        Stream.of(TokenVerifier.class, GoneClassLoaderTest.class, Caffeine.class, JWK.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    try (URLClassLoader application =
        new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
      Constructor<?> maker = application.loadClass(use).getDeclaredConstructor();
      maker.setAccessible(true);
      ((Runnable) maker.newInstance()).run();
      return new WeakReference<>(application);
    }
  }
}
