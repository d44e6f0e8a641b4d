package io.bearergate.contract.doors.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * A filter in web.xml that tells whom it met, before the filter where that is declared behind it.
 */
public final class Between implements Filter {

  static final String MET = "met";

  /** For web.xml. */
  public Between() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute(MET, ((HttpServletRequest) request).getRemoteUser());
    chain.doFilter(request, response);
  }
}
