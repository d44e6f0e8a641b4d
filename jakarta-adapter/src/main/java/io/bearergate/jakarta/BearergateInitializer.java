package io.bearergate.jakarta;

import io.bearergate.config.ConfigSource;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.annotation.ServletSecurity;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server runs when this jar is in an application: reads {@link ProtectedApi} and, where the
 * application declares no {@link BearergateFilter}, registers one before all other filters, for all
 * paths and dispatcher types. Where nothing says whom to believe, that one stops the start.
 *
 * <p>A filter that the application declares stays where it is; on Jetty it is mapped a second time,
 * first, since WebSocket upgrades would pass it by. For servers alone to call.
 */
@HandlesTypes({ProtectedApi.class, ServletSecurity.class})
public final class BearergateInitializer implements ServletContainerInitializer {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  /** For the server. */
  public BearergateInitializer() {}

  /**
   * {@inheritDoc}
   *
   * @throws ServletException if the application must not start; the log says why
   */
  @Override
  public void onStartup(@Nullable Set<Class<?>> types, ServletContext application)
      throws ServletException {
    try {
      Optional<ConfigSource> annotated = AnnotationSettings.among(types);
      annotated.ifPresent(settings -> AnnotationSettings.hand(application, settings));
      place(application);
    } catch (ServletException e) {
      LOG.log(Level.ERROR, e.getMessage()); // Tomcat shows the exception in a file of its own only
      throw e;
    }
    if (types != null) {
      types.forEach(BearergateInitializer::warnOfConstraint);
    }
  }

  private static void place(ServletContext application) throws ServletException {
    if (FirstPlace.isNeededFor(application)) {
      List<FilterRegistration> registered = DeclaredFilters.registered(application);
      application.addListener(new FirstPlace(application, registered, standIn(application)));
      return;
    }
    List<FilterRegistration> filters = DeclaredFilters.of(application);
    if (filters.isEmpty()) {
      FilterRegistration standIn = standIn(application);
      FirstPlace.mapToEverything(standIn);
      filters = List.of(standIn);
    }
    if (EveryServlet.isNeededFor(application)) {
      filters.forEach(filter -> EveryServlet.map(filter, application));
    }
  }

  /** The one of the fragment, where the server has read that. */
  private static FilterRegistration standIn(ServletContext application) throws ServletException {
    FilterRegistration known = application.getFilterRegistration(StandInFilter.NAME);
    if (known != null && StandInFilter.class.getName().equals(known.getClassName())) {
      return known;
    }
    FilterRegistration.Dynamic added =
        application.addFilter(StandInFilter.NAME, new StandInFilter());
    if (added == null) {
      throw new ServletException(
          "Bearergate cannot start: a filter is named \""
              + StandInFilter.NAME
              + "\", which is the name of Bearergate's own. Name it otherwise.");
    }
    added.setAsyncSupported(true);
    return added;
  }

  private static void warnOfConstraint(Class<?> type) {
    if (Servlet.class.isAssignableFrom(type) && type.isAnnotationPresent(ServletSecurity.class)) {
      LOG.log(
          Level.WARNING,
          "@ServletSecurity on "
              + type.getName()
              + " is judged by the server before this filter is asked: a good token may be refused."
              + " Write a rule in its place.");
    }
  }
}
