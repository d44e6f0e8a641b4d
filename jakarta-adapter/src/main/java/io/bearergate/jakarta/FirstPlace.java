package io.bearergate.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts filters before all others, for every dispatcher type. On Jetty it waits until the
 * application's own listeners are done: whoever adds a WebSocket endpoint until then puts Jetty's
 * upgrade filter first, and ours must stand before that one.
 *
 * <p>No record: Jetty compares listeners, and on JDK 17 a record's {@code equals}, once called,
 * keeps its class loader.
 */
final class FirstPlace implements ServletContextListener {

  private static final String ATTRIBUTE = FirstPlace.class.getName();
  private static final EnumSet<DispatcherType> ALL = EnumSet.allOf(DispatcherType.class);

  private final ServletContext application;
  private final List<FilterRegistration> registered;
  private final FilterRegistration standIn;

  /**
   * One for an application.
   *
   * @param application as the initializer was given it
   * @param registered the application's own
   * @param standIn to be mapped to everything where those are mapped to nothing
   */
  FirstPlace(
      ServletContext application, List<FilterRegistration> registered, FilterRegistration standIn) {
    this.application = application;
    this.registered = registered;
    this.standIn = standIn;
  }

  /** Whether upgrades pass by a filter in web.xml, as on Jetty alone. */
  static boolean isNeededFor(ServletContext application) {
    return application.getClass().getName().startsWith("org.eclipse.jetty.");
  }

  /** Whether this filter was put first after whatever could have come before it. */
  static boolean has(ServletContext application, String filterName) {
    return application.getAttribute(ATTRIBUTE) instanceof Set<?> names
        && names.contains(filterName);
  }

  static void mapToEverything(FilterRegistration filter) {
    filter.addMappingForUrlPatterns(ALL, false, "/*");
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    List<FilterRegistration> filters = DeclaredFilters.mapped(registered);
    filters.forEach(FirstPlace::mapFirst);
    if (filters.isEmpty()) {
      mapToEverything(standIn);
      filters = List.of(standIn);
    }
    application.setAttribute(
        ATTRIBUTE,
        filters.stream().map(FilterRegistration::getName).collect(Collectors.toUnmodifiableSet()));
  }

  private static void mapFirst(FilterRegistration filter) {
    String[] patterns = filter.getUrlPatternMappings().toArray(String[]::new);
    String[] servlets = filter.getServletNameMappings().toArray(String[]::new);
    if (patterns.length > 0) {
      filter.addMappingForUrlPatterns(ALL, false, patterns);
    }
    if (servlets.length > 0) {
      filter.addMappingForServletNames(ALL, false, servlets);
    }
  }
}
