package io.bearergate.sample.war;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Whoever comes here has a token with the scope that {@code web.xml} asks for. */
public final class NotesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public NotesServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println("Notes of " + request.getUserPrincipal().getName());
  }

  /** A real one would keep the note. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
