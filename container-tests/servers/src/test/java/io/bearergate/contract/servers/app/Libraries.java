package io.bearergate.contract.servers.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.CodeSource;

/** Tells the caller's name, and whose JOSE library the application runs with. */
public final class Libraries extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public Libraries() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().println("user=" + request.getRemoteUser());
    response.getWriter().println("jose=" + origin());
  }

  private String origin() {
    try {
      Class<?> jose = Class.forName("com.nimbusds.jose.JOSEObject", false, loader());
      CodeSource source = jose.getProtectionDomain().getCodeSource();
      return source == null ? jose.getClassLoader().toString() : source.getLocation().toString();
    } catch (ClassNotFoundException e) {
      return "none";
    }
  }

  private ClassLoader loader() {
    return getClass().getClassLoader();
  }
}
