package io.bearergate.jakarta;

import io.bearergate.http.RequestView;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A servlet request as the core sees it; copies nothing. */
record ServletRequestView(HttpServletRequest request) implements RequestView {

  /** Set by {@code RemoteIpValve} and {@code RemoteIpFilter} once they have replaced the peer. */
  private static final String REPLACED_BY_TOMCAT = "org.apache.tomcat.request.forwarded";

  /** Servlet §3.10: what the TLS layer verified, the client's own first. */
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

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

  /** From what a forward before us keeps, if there was one: the client named no other. */
  @Override
  public String target() {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return request.getScheme()
        + "://"
        + host()
        + ":"
        + request.getServerPort()
        + (forwarded == null ? request.getRequestURI() : forwarded);
  }

  /** Undertow takes the brackets off an IPv6 address, others leave them on. */
  private String host() {
    String name = request.getServerName();
    return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
  }

  /**
   * As the server says it: a filter before us may have put what a header says in its place. Nobody
   * where Tomcat's {@code RemoteIpValve} has: what it says anybody may have written. And nobody
   * over a Unix socket, which has no port: Jetty has the client name itself there.
   */
  @Override
  public String peer() {
    ServletRequest own = request;
    while (own instanceof ServletRequestWrapper wrapper) {
      own = wrapper.getRequest();
    }
    boolean told = own.getRemotePort() <= 0 || own.getAttribute(REPLACED_BY_TOMCAT) != null;
    return told ? "" : String.valueOf(own.getRemoteAddr());
  }

  @Override
  public Optional<X509Certificate> clientCertificate() {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
        ? Optional.of(chain[0])
        : Optional.empty();
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> values = request.getHeaders(name);
    if (values == null || !values.hasMoreElements()) {
      return List.of();
    }
    String first = values.nextElement();
    if (!values.hasMoreElements()) {
      return List.of(first);
    }
    List<String> all = Collections.list(values);
    all.add(0, first);
    return all;
  }
}
