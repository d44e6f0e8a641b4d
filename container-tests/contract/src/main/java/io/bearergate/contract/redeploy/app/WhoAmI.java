package io.bearergate.contract.redeploy.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the caller's name. */
public final class WhoAmI extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public WhoAmI() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().println("user=" + request.getRemoteUser());
  }
}
