package io.bearergate.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;

/**
 * Maps filters to every servlet by name, beside their patterns. On Open Liberty the request target
 * {@code *} is served by a servlet mapped to {@code /*}, and passes filters mapped to {@code /*}
 * by. A filter that the application maps to less stays there: two of them would else each ask for a
 * token of their own, everywhere.
 */
final class EveryServlet {

  /** Stands for every servlet (Servlet §6.2.5). */
  private static final String NAME = "*";

  private EveryServlet() {}

  /** Whether a target reaches servlets but no filter of the same pattern, as on Liberty alone. */
  static boolean isNeededFor(ServletContext application) {
    return application.getClass().getName().startsWith("com.ibm.ws");
  }

  static void map(FilterRegistration filter, ServletContext application) {
    List<String> patterns = DeclaredFilters.patterns(filter).toList();
    if (!patterns.isEmpty() && !patterns.contains("/*")) {
      return;
    }
    EnumSet<DispatcherType> all = EnumSet.allOf(DispatcherType.class);
    filter.addMappingForServletNames(all, true, NAME);
    application
        .getServletRegistrations()
        .keySet()
        .forEach(name -> filter.addMappingForServletNames(all, true, name));
  }
}
