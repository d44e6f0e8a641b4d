package io.bearergate.contract.servers.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** Tells what it sees of the request, a {@code name=value} line each, whatever the method. */
public final class Tell extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public Tell() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=ISO-8859-1");
    write(getInitParameter("endpoint"), request, response.getWriter());
  }

  static void write(String endpoint, HttpServletRequest request, PrintWriter out) {
    out.println("endpoint=" + endpoint);
    String rest = request.getPathInfo();
    out.println("path=" + request.getServletPath() + (rest == null ? "" : rest));
    out.println("uri=" + request.getRequestURI());
    out.println("dispatch=" + request.getDispatcherType());
    out.println("principal=" + name(request));
    out.println("user=" + request.getRemoteUser());
    out.println("auth=" + request.getAuthType());
    out.println("admin=" + request.isUserInRole("admin"));
  }

  static String name(HttpServletRequest request) {
    return request.getUserPrincipal() == null ? "-" : request.getUserPrincipal().getName();
  }
}
