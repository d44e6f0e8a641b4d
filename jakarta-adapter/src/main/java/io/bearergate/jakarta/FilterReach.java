package io.bearergate.jakarta;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the filters of ours in one application stand before, as far as the server tells.
 *
 * <p>A {@link StandInFilter} counts only where it is itself the one: beside another it stands
 * aside.
 *
 * @param filter the name of one of them
 */
record FilterReach(String filter, Set<String> patterns, Set<String> servletNames) {

  static FilterReach of(FilterConfig config) {
    List<FilterRegistration> ours = DeclaredFilters.registered(config.getServletContext());
    return of(config, Stream.concat(registration(config), ours.stream()).toList());
  }

  /** What the one filter stands before. */
  static FilterReach ofItself(FilterConfig config) {
    return of(config, registration(config).toList());
  }

  private static Stream<FilterRegistration> registration(FilterConfig config) {
    return Stream.ofNullable(
        config.getServletContext().getFilterRegistration(config.getFilterName()));
  }

  private static FilterReach of(FilterConfig config, List<FilterRegistration> filters) {
    return new FilterReach(
        config.getFilterName(),
        filters.stream().flatMap(DeclaredFilters::patterns).collect(Collectors.toUnmodifiableSet()),
        filters.stream()
            .flatMap(DeclaredFilters::servletNames)
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean isUntold() {
    return patterns.isEmpty() && servletNames.isEmpty();
  }

  /** Whether a request for {@code path}, which {@code servlet} would answer, comes to us. */
  boolean takes(String path, Optional<String> servlet) {
    return patterns.stream().anyMatch(pattern -> covers(pattern, path))
        || servletNames.contains("*")
        || servlet.filter(servletNames::contains).isPresent();
  }

  /**
   * @throws IllegalStateException if a request can reach {@code servlet} past us
   */
  void checkReaches(ServletRegistration servlet) {
    if (isUntold() || servletNames.contains(servlet.getName()) || servletNames.contains("*")) {
      return;
    }
    for (String mapped : servlet.getMappings()) {
      if (patterns.stream().noneMatch(pattern -> covers(pattern, mapped))) {
        throw new IllegalStateException(
            "nobody asks for what its annotations say. Add <url-pattern>%s</url-pattern> to the mapping of filter \"%s\""
                .formatted(mapped.length() < 2 ? "/*" : mapped, filter));
      }
    }
  }

  /** Whether every path of the {@code servlet}'s pattern is one of the filter's (Servlet §12.2). */
  private static boolean covers(String pattern, String servlet) {
    if (pattern.equals("/*")) {
      return true;
    }
    if (pattern.length()
        < 2) { // "/" and "" are all paths or the root to a servlet, one to a filter
      return false;
    }
    if (pattern.equals(servlet)) {
      return true;
    }
    String below = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 1) : "";
    if (!below.isEmpty()) {
      return (servlet + "/").equals(below) || servlet.startsWith(below);
    }
    return pattern.startsWith("*.")
        && !servlet.contains("*")
        && servlet.endsWith(pattern.substring(1));
  }
}
