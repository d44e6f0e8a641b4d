package io.bearergate.contract.servers.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells how much of the body it gets. */
public final class Bodies extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public Bodies() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String value = request.getParameter("text");
    response.getWriter().println("length=" + (value == null ? -1 : value.length()));
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int length = request.getInputStream().readAllBytes().length;
    response.getWriter().println("length=" + length);
  }
}
