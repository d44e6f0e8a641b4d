package io.bearergate.jakarta;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Whether a logout that an issuer tells comes to the filter that waits for it. Where it does not,
 * the application may answer 200 in the filter's place, and the session goes on.
 */
final class LogoutReach {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  private LogoutReach() {}

  /**
   * By what the filter is mapped to, as far as the server tells.
   *
   * @throws IllegalStateException if {@code path} is outside of it; the log says so too
   */
  static void check(FilterConfig filter, String path) {
    FilterReach reach = FilterReach.ofItself(filter);
    if (reach.isUntold()) {
      LOG.log(
          Level.WARNING,
          "The server does not tell what filter \"{0}\" is mapped to: see to it that {1} is part of"
              + " it, or no logout is heard of",
          reach.filter(),
          path);
      return;
    }
    ServletContext application = filter.getServletContext();
    Optional<String> servlet =
        new ServletPatterns(application.getServletRegistrations()).servletAt(path);
    if (!reach.takes(path, servlet)) {
      String message =
          "Bearergate cannot start: no logout told at %s (back-channel-logout) would be heard of. Add <url-pattern>%s</url-pattern> to the mapping of filter \"%s\""
              .formatted(path, path, reach.filter());
      LOG.log(Level.ERROR, message); // Tomcat shows the exception in a file of its own only
      throw new IllegalStateException(message);
    }
  }
}
