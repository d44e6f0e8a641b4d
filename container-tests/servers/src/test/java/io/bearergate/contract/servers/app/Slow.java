package io.bearergate.contract.servers.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Takes its time: {@code ?ms=}. */
public final class Slow extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public Slow() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long end = System.nanoTime() + Long.parseLong(request.getParameter("ms")) * 1_000_000;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    response.setContentType("text/plain");
    response.getWriter().println("endpoint=slow");
  }
}
