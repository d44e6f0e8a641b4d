package io.bearergate.jcache;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/** A cache of a map, with no provider behind it: what we ask of a cache, and nothing else. */
final class SharedMap {

  private final MutableConfiguration<String, String> configuration;
  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicReference<@Nullable BooleanSupplier> instead = new AtomicReference<>();

  SharedMap(MutableConfiguration<String, String> configuration) {
    this.configuration = configuration;
  }

  /** From now on it answers so. */
  void answering(BooleanSupplier answer) {
    instead.set(answer);
  }

  /** From now on it works again. */
  void answering() {
    instead.set(null);
  }

  AtomicInteger calls() {
    return calls;
  }

  Set<String> keys() {
    return entries.keySet();
  }

  @SuppressWarnings("unchecked") // what a class literal cannot say
  Cache<String, String> cache() {
    return (Cache<String, String>)
        Proxy.newProxyInstance(
            Cache.class.getClassLoader(),
            new Class<?>[] {Cache.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getName" -> "proofs";
                  case "getConfiguration" -> configuration;
                  case "putIfAbsent" -> put((String) arguments[0], (String) arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private boolean put(String key, String value) {
    calls.incrementAndGet();
    BooleanSupplier other = instead.get();
    return other != null ? other.getAsBoolean() : entries.putIfAbsent(key, value) == null;
  }
}
