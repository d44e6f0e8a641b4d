package io.bearergate.contract.doors.app;

import io.bearergate.jakarta.BearergateFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;

/** Tells who is calling, and which gates are open. */
@WebServlet(urlPatterns = "/*", asyncSupported = true)
public final class Notes extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Notes() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().println("user=" + request.getRemoteUser());
    Stream.of("api", "bearergate")
        .filter(name -> BearergateFilter.gate(getServletContext(), name).isPresent())
        .forEach(name -> response.addHeader("Gate", name));
    Object met = request.getAttribute(Between.MET);
    response.setHeader("Met", String.valueOf(met));
  }
}
