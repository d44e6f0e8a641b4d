package io.bearergate.contract.identity.app;

import io.bearergate.jakarta.BearergatePrincipal;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;

/** Tells whom the filter names, and whom the server. */
@WebServlet("/*")
public final class Staff extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Staff() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintWriter out = response.getWriter();
    out.println("decisions=" + Counted.DECISIONS.getAndSet(0));
    out.println("user=" + request.getRemoteUser());
    out.println("auth=" + request.getAuthType());
    HttpServletRequest servers = servers(request);
    Principal known = servers.getUserPrincipal();
    out.println("known=" + (known == null ? "-" : known.getName()));
    out.println("ours=" + (known instanceof BearergatePrincipal));
    out.println("admin=" + servers.isUserInRole("admin"));
    out.println("all=" + (servers.isUserInRole("*") || servers.isUserInRole("**")));
  }

  private static HttpServletRequest servers(ServletRequest request) {
    ServletRequest innermost = request;
    while (innermost instanceof ServletRequestWrapper wrapper) {
      innermost = wrapper.getRequest();
    }
    return (HttpServletRequest) innermost;
  }
}
