package io.bearergate.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells at the start where a filter stands, and what may pass it by. */
final class StartLog {

  private static final Logger LOG = System.getLogger("io.bearergate.jakarta");

  /** What puts the word of a header in place of what the server knows, or takes headers away. */
  private static final Set<String> REWRITING =
      Set.of(
          "org.springframework.web.filter.ForwardedHeaderFilter",
          "org.apache.catalina.filters.RemoteIpFilter");

  private StartLog() {}

  static void write(FilterConfig filter) {
    String name = filter.getFilterName();
    ServletContext application = filter.getServletContext();
    FilterRegistration registration = application.getFilterRegistration(name);
    if (registration != null) {
      tellMappings(registration, application.getContextPath());
    }
    warnOfUpgrades(name, application);
    WebXml.of(application).ifPresent(webXml -> warn(name, application, webXml));
  }

  private static void tellMappings(FilterRegistration filter, String contextPath) {
    List<String> mappings = DeclaredFilters.mappings(filter);
    Level level = mappings.isEmpty() ? Level.WARNING : Level.INFO;
    String where = mappings.isEmpty() ? "nothing" : String.join(", ", mappings);
    String context = contextPath.isEmpty() ? "the root context" : "context " + contextPath;
    LOG.log(level, "Filter \"" + filter.getName() + "\" of " + context + " is mapped to " + where);
  }

  private static void warnOfUpgrades(String name, ServletContext application) {
    boolean upgrades =
        application.getFilterRegistrations().values().stream()
            .map(FilterRegistration::getClassName)
            .anyMatch(StartLog::isJettysUpgradeFilter);
    if (upgrades && !FirstPlace.has(application, name)) {
      warn(
          "WebSocket upgrades pass filter \""
              + name
              + "\" by, unless Jetty's upgrade filter is declared behind it: see docs/jetty.md");
    }
  }

  /** Where headers of proxies count. */
  static void warnOfRewriting(ServletContext application) {
    for (String name : rewriting(application)) {
      warn(
          "Filter \""
              + name
              + "\" changes what proxies say, which trusted-proxies is for: take it out, see"
              + " docs/proxies.md");
    }
  }

  static List<String> rewriting(ServletContext application) {
    return application.getFilterRegistrations().values().stream()
        .filter(filter -> REWRITING.contains(String.valueOf(filter.getClassName())))
        .map(FilterRegistration::getName)
        .toList();
  }

  private static boolean isJettysUpgradeFilter(@Nullable String className) {
    return className != null
        && className.startsWith("org.eclipse.jetty.")
        && className.endsWith(".WebSocketUpgradeFilter");
  }

  private static void warn(String name, ServletContext application, WebXml webXml) {
    if (webXml.stopsAsync(name)) {
      warn(
          "Filter \""
              + name
              + "\" needs <async-supported>true</async-supported> in web.xml: asynchronous servlets"
              + " behind it fail");
    }
    Set<DispatcherType> missing = webXml.notDispatched(name);
    if (!missing.isEmpty() && !FirstPlace.has(application, name)) {
      String lines =
          missing.stream()
              .map(type -> "<dispatcher>" + type + "</dispatcher>")
              .collect(Collectors.joining());
      warn("Filter \"" + name + "\" is not asked, and names nobody, without " + lines);
    }
    if (webXml.hasAuthConstraint()) {
      warn(
          "An <auth-constraint> of web.xml is judged by the server before this filter is asked: a"
              + " good token may be refused. Write a rule in its place.");
    }
    AnnotationSettings.of(application)
        .filter(settings -> webXml.isMetadataComplete())
        .ifPresent(
            settings ->
                warn(
                    "web.xml is metadata-complete, which hides "
                        + settings.name()
                        + " on other servers; this application would not start there"));
  }

  private static void warn(String danger) {
    LOG.log(Level.WARNING, danger);
  }
}
