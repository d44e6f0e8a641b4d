package io.bearergate.sample.bff;

import io.bearergate.sample.flow.FormPostLogin;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;

/** {@code GET /login}: sends the browser to the issuer. */
final class LoginServlet extends HttpServlet {

  static final String PATH = "/login";

  private static final long serialVersionUID = 1L;

  private final transient Supplier<FormPostLogin> logins;
  private final transient Browsers browsers;

  LoginServlet(Supplier<FormPostLogin> logins, Browsers browsers) {
    this.logins = logins;
    this.browsers = browsers;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    FormPostLogin login = logins.get();
    browsers.begin(login, response);
    Redirect.to(login.authorizationUri().toString(), HttpServletResponse.SC_FOUND, response);
  }
}
