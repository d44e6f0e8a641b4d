package io.bearergate.sample.bff;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /logout}: ends the session here; the issuer's lives on. */
final class LogoutServlet extends HttpServlet {

  static final String PATH = "/logout";

  private static final long serialVersionUID = 1L;

  private final transient Browsers browsers;

  LogoutServlet(Browsers browsers) {
    this.browsers = browsers;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    browsers.close(request, response);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
