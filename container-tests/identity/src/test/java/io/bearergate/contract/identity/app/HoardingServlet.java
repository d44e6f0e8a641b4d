package io.bearergate.contract.identity.app;

import io.bearergate.token.AccessToken;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet made with the first request, whose token it would keep. */
@WebServlet("/hoard")
public final class HoardingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient AccessToken token;

  /** For the server. */
  public HoardingServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().println("told=" + token.principalName());
  }
}
