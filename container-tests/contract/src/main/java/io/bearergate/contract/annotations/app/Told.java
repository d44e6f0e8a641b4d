package io.bearergate.contract.annotations.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells who asked whom. */
public abstract class Told extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  /** A line each. */
  protected final void tell(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().println("served=" + getClass().getSimpleName());
    response.getWriter().println("user=" + request.getRemoteUser());
  }
}
