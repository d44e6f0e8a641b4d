package io.bearergate.benchmarks.jmh;

import java.lang.reflect.Proxy;

/** Implements what has many methods and needs none: each of them fails. */
final class Unknowing {

  private Unknowing() {}

  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
