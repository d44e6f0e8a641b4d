package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.http.RequestView;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The gate of a running filter, as the rest of its application finds it, and what it decided. */
record OpenGate(Gate gate, KeptDecisions kept) {

  private static final String ATTRIBUTE = "io.bearergate.gate.";

  /**
   * Shows it to the application.
   *
   * @return to be run when the filter ends
   */
  Runnable tell(ServletContext application, String filterName) {
    String attribute = ATTRIBUTE + filterName;
    application.setAttribute(attribute, this);
    return () -> application.removeAttribute(attribute);
  }

  static Optional<OpenGate> named(ServletContext application, String filterName) {
    return at(application, ATTRIBUTE + filterName);
  }

  static List<OpenGate> all(ServletContext application) {
    return Collections.list(application.getAttributeNames()).stream()
        .filter(name -> name.startsWith(ATTRIBUTE))
        .flatMap(name -> at(application, name).stream())
        .toList();
  }

  private static Optional<OpenGate> at(ServletContext application, String attribute) {
    return application.getAttribute(attribute) instanceof OpenGate open
        ? Optional.of(open)
        : Optional.empty();
  }

  /** The one decision on {@code request}, before its filter is asked or in a later dispatch. */
  Decision decide(HttpServletRequest request) {
    Decision known = kept.of(request);
    if (known != null) {
      return known;
    }
    RequestView view = new ServletRequestView(request);
    Decision early = kept.earlyOf(request, view);
    if (early != null) {
      return early;
    }
    Decision decision = gate.decide(view);
    kept.keepEarly(request, view, decision);
    return decision;
  }
}
