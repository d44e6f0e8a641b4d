package io.bearergate.contract.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the libraries in the one jar look up by name is found under its new one. */
class AllJarLibrariesTest {

  private final URLClassLoader alone = alone();

  /** The one jar and the JDK: no library is found but its own. */
  private static URLClassLoader alone() {
    try {
      URL all = Jars.all().toUri().toURL();
      return new URLClassLoader(new URL[] {all}, ClassLoader.getPlatformClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    alone.close();
  }

  private Class<?> nimbus(String name) throws ReflectiveOperationException {
    return alone.loadClass("io.bearergate.shaded.nimbus." + name);
  }

  @Test
  void readsJsonByTheJoseLibrary() throws ReflectiveOperationException {
    Class<?> json = nimbus("jose.util.JSONObjectUtils");

    Object read =
        json.getMethod("parse", String.class).invoke(null, "{\"a\":[1,\"x\",{\"b\":true}]}");

    assertThat(read).isEqualTo(Map.of("a", List.of(1L, "x", Map.of("b", true))));
  }

  @Test
  void writesJsonByTheJoseLibrary() throws ReflectiveOperationException {
    Class<?> json = nimbus("jose.util.JSONObjectUtils");

    Object written =
        json.getMethod("toJSONString", Map.class)
            .invoke(null, Map.of("a", Map.of("b", List.of(1, "x"))));

    assertThat(written).isEqualTo("{\"a\":{\"b\":[1,\"x\"]}}");
  }

  @Test
  void readsHeaderOfEncryptedTokenByTheJoseLibrary() throws ReflectiveOperationException {
    Class<?> header = nimbus("jose.JWEHeader");
    String text = "{\"alg\":\"ECDH-ES+A128KW\",\"enc\":\"A128GCM\",\"kid\":\"k\"}";

    Object read = header.getMethod("parse", String.class).invoke(null, text);

    assertThat(header.getMethod("getKeyID").invoke(read)).isEqualTo("k");
    assertThat(read.toString()).contains("\"enc\":\"A128GCM\"");
  }

  /** Each kind of cache is a class of its own, which is looked up by a name put together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "maximumSize",
        "maximumWeight weigher",
        "expireAfterWrite",
        "expireAfterAccess maximumSize recordStats",
        "weakKeys",
        "weakKeys weakValues expireAfterWrite expireAfterAccess maximumWeight weigher recordStats",
        "softValues expireAfterWrite"
      })
  void makesCacheOfEveryKind(String features) throws ReflectiveOperationException {
    Class<?> caffeine = alone.loadClass("io.bearergate.shaded.caffeine.cache.Caffeine");
    Object builder = caffeine.getMethod("newBuilder").invoke(null);
    for (String feature : features.isEmpty() ? List.<String>of() : List.of(features.split(" "))) {
      builder = with(feature, caffeine, builder);
    }

    Object cache = caffeine.getMethod("build").invoke(builder);

    Class<?> type = alone.loadClass("io.bearergate.shaded.caffeine.cache.Cache");
    @SuppressWarnings("unchecked")
    ConcurrentMap<Object, Object> map =
        (ConcurrentMap<Object, Object>) type.getMethod("asMap").invoke(cache);
    String key = "key";
    map.put(key, "value");
    assertThat(map.get(key)).isEqualTo("value");
  }

  private Object with(String feature, Class<?> caffeine, Object builder)
      throws ReflectiveOperationException {
    if (feature.startsWith("maximum")) {
      return caffeine.getMethod(feature, long.class).invoke(builder, 100L);
    }
    if (feature.startsWith("expire")) {
      return caffeine.getMethod(feature, Duration.class).invoke(builder, Duration.ofHours(1));
    }
    if (feature.equals("weigher")) {
      Class<?> weigher = alone.loadClass("io.bearergate.shaded.caffeine.cache.Weigher");
      Object one = weigher.getMethod("singletonWeigher").invoke(null);
      return caffeine.getMethod(feature, weigher).invoke(builder, one);
    }
    return Arrays.stream(caffeine.getMethods())
        .filter(method -> method.getName().equals(feature) && method.getParameterCount() == 0)
        .findFirst()
        .orElseThrow()
        .invoke(builder);
  }
}
