package io.bearergate.contract;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that hands every request to its handler, whatever the method. */
final class HandlerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Handler handler;

  HandlerServlet(Handler handler) {
    this.handler = handler;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    handler.handle(request, response);
  }
}
