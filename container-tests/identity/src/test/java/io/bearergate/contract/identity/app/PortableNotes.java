package io.bearergate.contract.identity.app;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Written for MicroProfile. */
@WebServlet(urlPatterns = {"/portable", "/public/portable"})
public final class PortableNotes extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient JsonWebToken token;
  @Inject private transient Instance<Principal> principals;

  /** For the server. */
  public PortableNotes() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintWriter out = response.getWriter();
    try {
      out.println("name=" + token.getName());
    } catch (IllegalStateException e) {
      out.println("failed=" + e.getMessage());
      return;
    }
    out.println("subject=" + token.getSubject());
    out.println("issuer=" + token.getIssuer());
    out.println("audience=" + token.getAudience());
    out.println("groups=" + new TreeSet<>(token.getGroups()));
    out.println("expires=" + (token.getExpirationTime() - token.getIssuedAtTime()));
    out.println("raw=" + token.getRawToken());
    out.println("tenant=" + token.getClaim("tenant"));
    out.println("none=" + token.claim("none").isPresent());
    out.println("text=" + token);
    out.println("principals=" + principals.stream().count());
  }
}
