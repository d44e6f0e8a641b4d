package io.bearergate.jakarta;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
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
    ServletContext application = config.getServletContext();
    List<FilterRegistration> filters =
        Stream.concat(
                Stream.<FilterRegistration>ofNullable(
                    application.getFilterRegistration(config.getFilterName())),
                DeclaredFilters.registered(application).stream())
            .toList();
    return new FilterReach(
        config.getFilterName(),
        filters.stream().flatMap(DeclaredFilters::patterns).collect(Collectors.toUnmodifiableSet()),
        filters.stream()
            .flatMap(DeclaredFilters::servletNames)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * @throws IllegalStateException if a request can reach {@code servlet} past us
   */
  void checkReaches(ServletRegistration servlet) {
    boolean untold = patterns.isEmpty() && servletNames.isEmpty();
    if (untold || servletNames.contains(servlet.getName()) || servletNames.contains("*")) {
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
