package io.bearergate.benchmarks.jmh;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as cheap as can be, so that the filter alone is measured: one header, its attributes.
 * For one thread; whatever it does not know fails.
 */
final class MinimalRequest extends HttpServletRequestWrapper {

  private static final HttpServletRequest NOTHING = Unknowing.of(HttpServletRequest.class);

  private final String path;
  private final List<String> authorization;
  private final Map<String, Object> attributes = new HashMap<>();

  MinimalRequest(String path, String authorization) {
    super(NOTHING);
    this.path = path;
    this.authorization = List.of(authorization);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getServletPath() {
    return path;
  }

  @Override
  public String getPathInfo() {
    return null;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public String getHeader(String name) {
    return name.equalsIgnoreCase("Authorization") ? authorization.get(0) : null;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase("Authorization")
        ? Collections.enumeration(authorization)
        : Collections.emptyEnumeration();
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return NotesServlet.MAPPING;
  }

  @Override
  public Principal getUserPrincipal() {
    return null;
  }

  @Override
  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }
}
