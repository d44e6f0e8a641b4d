package io.bearergate.contract.wars.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The application that is migrated: tells the caller's name on every path. */
@WebServlet("/*")
public final class Orders extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Orders() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().println("user=" + request.getRemoteUser());
  }
}
