package io.bearergate.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the servlets of one application ask by their annotations, found by the name of the servlet
 * that a request goes to. Thread-safe.
 */
final class AnnotatedServlets {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");
  private static final Asked UNKNOWN =
      Asked.denied("the server does not tell which servlet answers, and servlets have annotations");

  /** Whose servlets an application need not be able to load, and cannot have annotated. */
  private static final List<String> SERVERS =
      List.of(
          "com.ibm.",
          "com.sun.",
          "fish.payara.",
          "io.openliberty.",
          "io.undertow.",
          "org.apache.catalina.",
          "org.apache.jasper.",
          "org.eclipse.jetty.",
          "org.glassfish.",
          "org.jboss.",
          "org.wildfly.");

  private final ServletContext application;
  private final Map<String, ServletDemands> known = new ConcurrentHashMap<>();
  private final ServletPatterns patterns;

  private AnnotatedServlets(ServletContext application) {
    this.application = application;
    this.patterns = new ServletPatterns(application.getServletRegistrations());
  }

  /**
   * Reads the servlets that are registered so far.
   *
   * @throws IllegalStateException if an annotation contradicts another, could have no effect, or
   *     stands on a servlet that no filter of ours stands before; the log says so too
   */
  static AnnotatedServlets of(ServletContext application, FilterReach reach) {
    AnnotatedServlets servlets = new AnnotatedServlets(application);
    List<String> problems = new ArrayList<>();
    new TreeMap<>(application.getServletRegistrations())
        .forEach(
            (name, servlet) -> {
              try {
                servlets.add(name, servlet, reach);
              } catch (IllegalStateException e) {
                problems.add(problem(name, e));
              }
            });
    if (!problems.isEmpty()) {
      String message = "Bearergate cannot start: " + String.join("\n", problems);
      LOG.log(Level.ERROR, message); // Tomcat shows the exception in a file of its own only
      throw new IllegalStateException(message);
    }
    return servlets;
  }

  private static String problem(String servletName, IllegalStateException cause) {
    return "servlet \"" + servletName + "\": " + cause.getMessage();
  }

  private void add(String name, ServletRegistration servlet, FilterReach reach) {
    ServletDemands demands = read(servlet);
    known.put(name, demands);
    if (!demands.asksNothing()) {
      reach.checkReaches(servlet);
      LOG.log(
          Level.INFO,
          "Servlet \""
              + name
              + "\" of "
              + servlet.getClassName()
              + " asks besides the rules: "
              + demands.text());
    }
  }

  private ServletDemands read(ServletRegistration servlet) {
    String className = servlet.getClassName();
    if (className == null || className.isEmpty()) {
      warn(servlet, "the server does not tell its class. Protect it by a rule.");
      return ServletDemands.NOTHING;
    }
    try {
      return ServletDemands.of(load(className));
    } catch (ClassNotFoundException | LinkageError e) {
      if (SERVERS.stream().anyMatch(className::startsWith)) {
        return ServletDemands.NOTHING;
      }
      warn(servlet, "a class is missing (" + e + "). All its requests are refused.");
      return ServletDemands.denied("the class of the servlet cannot be read");
    }
  }

  private static void warn(ServletRegistration servlet, String what) {
    LOG.log(
        Level.WARNING,
        "Annotations of servlet \"" + servlet.getName() + "\" cannot be read: " + what);
  }

  /** The server's own servlets are not always the application's to see. */
  private Class<?> load(String className) throws ClassNotFoundException {
    List<ClassLoader> loaders =
        Stream.of(
                application.getClassLoader(),
                Thread.currentThread().getContextClassLoader(),
                application.getClass().getClassLoader(),
                AnnotatedServlets.class.getClassLoader())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    for (ClassLoader loader : loaders) {
      try {
        return Class.forName(className, false, loader);
      } catch (ClassNotFoundException e) {
        LOG.log(Level.TRACE, () -> className + " is not of " + loader);
      }
    }
    throw new ClassNotFoundException(className);
  }

  /**
   * What the servlet asks that {@code request} is being dispatched to. Undertow does not tell of
   * one that is included, and a server may tell of the first in other dispatches: the path counts
   * too.
   */
  Asked askedOf(HttpServletRequest request) {
    String told = servletName(request);
    Asked asked = askedBy(told, request);
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      return asked;
    }
    return patterns
        .servletAt(new ServletRequestView(request).path())
        .filter(name -> !name.equals(told))
        .map(name -> asked.and(askedBy(name, request)))
        .orElse(asked);
  }

  private Asked askedBy(@Nullable String name, HttpServletRequest request) {
    if (name == null || name.isEmpty()) {
      return known.values().stream().allMatch(ServletDemands::asksNothing)
          ? Asked.NOTHING
          : UNKNOWN;
    }
    ServletDemands demands = known.get(name);
    return (demands == null ? late(name) : demands).asked(request.getMethod());
  }

  /** An include leaves the request's own mapping that of the including resource. */
  private static @Nullable String servletName(HttpServletRequest request) {
    Object included =
        request.getDispatcherType() == DispatcherType.INCLUDE
            ? request.getAttribute(RequestDispatcher.INCLUDE_MAPPING)
            : null;
    HttpServletMapping mapping =
        included instanceof HttpServletMapping target ? target : request.getHttpServletMapping();
    return mapping == null ? null : mapping.getServletName();
  }

  /** Registered after us; a name that is not registered at all is one of the server's own. */
  private ServletDemands late(String name) {
    return known.computeIfAbsent(
        name,
        absent -> {
          ServletRegistration servlet = application.getServletRegistration(absent);
          try {
            return servlet == null ? ServletDemands.NOTHING : read(servlet);
          } catch (IllegalStateException e) {
            LOG.log(Level.ERROR, "All its requests are refused: " + problem(absent, e));
            return ServletDemands.denied("the annotations of the servlet cannot be kept");
          }
        });
  }
}
