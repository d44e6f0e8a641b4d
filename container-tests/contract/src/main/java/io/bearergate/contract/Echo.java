package io.bearergate.contract;

import io.bearergate.jakarta.BearergatePrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;

/**
 * An endpoint that tells what it sees of the request, a {@code name=value} line each.
 *
 * @param endpoint its name, which it tells as {@code endpoint}
 */
record Echo(String endpoint) implements Handler {

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=ISO-8859-1");
    write(request, response.getWriter());
  }

  /** Tells it in the middle of another endpoint's answer. */
  void write(HttpServletRequest request, PrintWriter out) {
    out.println("endpoint=" + endpoint);
    out.println("path=" + path(request));
    out.println("dispatch=" + request.getDispatcherType());
    Principal principal = request.getUserPrincipal();
    out.println("principal=" + (principal == null ? "-" : principal.getName()));
    out.println("user=" + request.getRemoteUser());
    out.println("auth=" + request.getAuthType());
    out.println("admin=" + request.isUserInRole("admin"));
    out.println(
        "from=" + BearergatePrincipal.from(request).map(BearergatePrincipal::getName).orElse("-"));
  }

  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}
