package io.bearergate.contract.servers.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands the request on, in the way that the end of the path says. */
public final class Dispatches extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public Dispatches() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher("/api/admin").forward(request, response);
      case "/include" -> {
        request.getRequestDispatcher("/api/whoami").include(request, response);
        response.getWriter().println("after=" + request.getRemoteUser());
      }
      case "/missing" -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
      default -> throw new ServletException("the application's own");
    }
  }
}
