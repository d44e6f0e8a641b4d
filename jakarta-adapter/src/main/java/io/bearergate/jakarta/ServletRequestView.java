package io.bearergate.jakarta;

import io.bearergate.http.RequestView;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    boolean included =
        request.getDispatcherType() == DispatcherType.INCLUDE
            && request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) != null;
    return included
        ? joined(
            request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH),
            request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO))
        : joined(request.getServletPath(), request.getPathInfo());
  }

  /** An include leaves the request's own paths those of the including resource (Servlet §9.3.1). */
  private static String joined(Object servletPath, @Nullable Object pathInfo) {
    return pathInfo == null ? servletPath.toString() : servletPath.toString() + pathInfo;
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
