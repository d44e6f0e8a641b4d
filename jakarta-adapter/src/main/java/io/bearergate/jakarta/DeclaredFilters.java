package io.bearergate.jakarta;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters that an application itself maps to something, in web.xml or in code. */
final class DeclaredFilters {

  private DeclaredFilters() {}

  static List<FilterRegistration> of(ServletContext application) {
    return mapped(registered(application));
  }

  /** Those of {@code filters} that are mapped to something by now. */
  static List<FilterRegistration> mapped(List<FilterRegistration> filters) {
    return filters.stream().filter(filter -> !mappings(filter).isEmpty()).toList();
  }

  /** Those mapped to nothing too; what web.xml maps, Jetty tells only once listeners are called. */
  static List<FilterRegistration> registered(ServletContext application) {
    return application.getFilterRegistrations().values().stream()
        .<FilterRegistration>map(registration -> registration)
        .filter(filter -> BearergateFilter.class.getName().equals(filter.getClassName()))
        .toList();
  }

  /** Patterns, and servlets by name, each once. */
  static List<String> mappings(FilterRegistration filter) {
    Stream<String> servlets = servletNames(filter).map(name -> "servlet \"" + name + "\"");
    return Stream.concat(patterns(filter), servlets).distinct().toList();
  }

  static Stream<String> patterns(FilterRegistration filter) {
    return all(filter.getUrlPatternMappings());
  }

  static Stream<String> servletNames(FilterRegistration filter) {
    return all(filter.getServletNameMappings());
  }

  /** Open Liberty tells of none by null. */
  private static Stream<String> all(@Nullable Collection<String> mappings) {
    return mappings == null ? Stream.empty() : mappings.stream();
  }
}
