package io.bearergate.sample.playground;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * For this machine only, and under the address the redirect URIs name: another host's name in
 * {@code Host} is another site's page whose name now points here. What is answered may run no
 * script and load nothing but ours.
 */
final class Guard extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final int MISDIRECTED = 421;

  private final String policy;

  Guard(String issuerOrigin) {
    this.policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self' "
            + issuerOrigin
            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    String host = String.valueOf(request.getHeader("Host"));
    if (host.equals(Origin.authority(request))) {
      chain.doFilter(request, response);
    } else if (host.equals("localhost:" + request.getLocalPort()) && isRead(request)) {
      response.sendRedirect(Origin.of(request).toString());
    } else {
      response.setStatus(MISDIRECTED);
    }
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }
}
