package io.bearergate.jakarta;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What sub-resource locators ask of the requests that came by them. JAX-RS tells which resources a
 * request came by, not by which of their methods: where two of them may have led on, what either
 * asks is asked. Thread-safe.
 */
final class Locators {

  /** By the class that locates, then by the one located. */
  private final Map<Class<?>, Map<Class<?>, Asked>> known = new ConcurrentHashMap<>();

  /**
   * @param matched the resource that answers, then the one that located it, and so on
   */
  Asked asked(List<Object> matched) {
    Asked asked = Asked.NOTHING;
    for (int i = 1; i < matched.size(); i++) {
      Class<?> from = matched.get(i).getClass();
      asked =
          asked.and(
              known
                  .computeIfAbsent(from, locating -> new ConcurrentHashMap<>())
                  .computeIfAbsent(matched.get(i - 1).getClass(), located -> read(from, located)));
    }
    return asked;
  }

  private static Asked read(Class<?> from, Class<?> located) {
    AnnotatedType type = AnnotatedType.of(from);
    return methods(type)
        .filter(method -> leadsTo(method, located))
        .map(method -> type.of(method.getName(), method.getParameterTypes()))
        .reduce(Asked::and)
        .orElseGet(type::whole);
  }

  private static Stream<Method> methods(AnnotatedType type) {
    return type.types()
        .flatMap(at -> Stream.of(at.getDeclaredMethods()))
        .filter(method -> !method.isBridge() && method.isAnnotationPresent(Path.class))
        .filter(method -> Stream.of(method.getAnnotations()).noneMatch(Locators::isHttpMethod));
  }

  private static boolean isHttpMethod(Annotation annotation) {
    return annotation.annotationType().isAnnotationPresent(HttpMethod.class);
  }

  /** A locator returns the resource or its class, which it may leave open. */
  private static boolean leadsTo(Method locator, Class<?> resource) {
    Class<?> returned = locator.getReturnType();
    if (returned != Class.class) {
      return returned.isAssignableFrom(resource);
    }
    return !(locator.getGenericReturnType() instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> named)
        || named.isAssignableFrom(resource);
  }
}
