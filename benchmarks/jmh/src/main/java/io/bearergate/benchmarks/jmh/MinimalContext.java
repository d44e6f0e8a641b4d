package io.bearergate.benchmarks.jmh;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** What a filter made in code asks of its container when it starts: the context path. */
final class MinimalContext implements FilterConfig {

  @Override
  public String getFilterName() {
    return "api";
  }

  @Override
  public ServletContext getServletContext() {
    return (ServletContext)
        Proxy.newProxyInstance(
            MinimalContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> nothing(method.getReturnType()));
  }

  /** No path, no registrations, no file, no attribute. */
  private static Object nothing(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    return type == Map.class ? Map.of() : null;
  }

  @Override
  public String getInitParameter(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.emptyEnumeration();
  }
}
