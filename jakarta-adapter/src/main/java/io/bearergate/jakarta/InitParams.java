package io.bearergate.jakarta;

import io.bearergate.config.ConfigException;
import io.bearergate.config.ConfigSource;
import io.bearergate.config.ConfigSources;
import io.bearergate.config.GateConfig;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a filter that has none from code: its init-params, {@link ProtectedApi}, and
 * whatever else may speak of it.
 */
final class InitParams {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");
  private static final ConfigSource NOT_SHOWN =
      ConfigSource.of(
          "@ProtectedApi (on no class that the server shows; none that lacks another class is shown)",
          Map.of());

  private InitParams() {}

  static GateConfig settings(FilterConfig filter) {
    ServletContext application = filter.getServletContext();
    refuseAnnotationForSeveral(application);
    try {
      return GateConfig.from(
          ConfigSources.of(filter.getFilterName(), classLoader(application), declared(filter))
              .withFiles(application::getResourceAsStream));
    } catch (ConfigException e) {
      LOG.log(Level.ERROR, e.getMessage()); // Tomcat shows the exception in a file of its own only
      throw e;
    }
  }

  private static ConfigSource[] declared(FilterConfig filter) {
    Map<String, String> values =
        Collections.list(filter.getInitParameterNames()).stream()
            .collect(Collectors.toMap(Function.identity(), filter::getInitParameter));
    Optional<ConfigSource> annotated = AnnotationSettings.of(filter.getServletContext());
    if (values.isEmpty() && filter.getFilterName().equals(StandInFilter.NAME)) {
      return new ConfigSource[] {
        withoutFilter(filter.getServletContext()), annotated.orElse(NOT_SHOWN)
      };
    }
    return Stream.concat(
            Stream.of(ConfigSource.initParams(filter.getFilterName(), values)), annotated.stream())
        .toArray(ConfigSource[]::new);
  }

  /** Why nothing that web.xml may say of a filter counts. */
  private static ConfigSource withoutFilter(ServletContext application) {
    String why =
        DeclaredFilters.registered(application).stream()
            .map(unmapped -> "filter \"" + unmapped.getName() + "\" has no <filter-mapping>")
            .collect(Collectors.joining(", "));
    return ConfigSource.of("web.xml (" + (why.isEmpty() ? "no filter" : why) + ")", Map.of());
  }

  /** Each would be another API with the same settings; whoever has two must say which is which. */
  private static void refuseAnnotationForSeveral(ServletContext application) {
    AnnotationSettings.of(application)
        .filter(settings -> DeclaredFilters.of(application).size() > 1)
        .ifPresent(
            settings ->
                refuse(
                    settings.name()
                        + " is for one filter, and the application has several. Write the settings"
                        + " into their init-params."));
  }

  /** Rules that somebody wrote must not go unread in silence. */
  static void refuseAnnotationBesideCode(FilterConfig filter) {
    AnnotationSettings.of(filter.getServletContext())
        .ifPresent(
            settings ->
                refuse(
                    settings.name()
                        + " goes unread: filter \""
                        + filter.getFilterName()
                        + "\" has its settings from code. Keep one of them."));
  }

  private static void refuse(String problem) {
    String message = "Bearergate cannot start: " + problem;
    LOG.log(Level.ERROR, message);
    throw new IllegalStateException(message);
  }

  /** The application's; an embedded container may have none of its own for it. */
  private static ClassLoader classLoader(ServletContext context) {
    ClassLoader application = context.getClassLoader();
    return application != null ? application : InitParams.class.getClassLoader();
  }
}
