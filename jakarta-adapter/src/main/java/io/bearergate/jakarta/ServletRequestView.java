package io.bearergate.jakarta;

import io.bearergate.http.RequestView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A servlet request as the core sees it; copies nothing. */
record ServletRequestView(HttpServletRequest request) implements RequestView {

  @Override
  public String method() {
    return request.getMethod();
  }

  /**
   * {@code getRequestURI} would be raw, and differs from what the container dispatches on in most
   * spellings.
   */
  @Override
  public String path() {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
