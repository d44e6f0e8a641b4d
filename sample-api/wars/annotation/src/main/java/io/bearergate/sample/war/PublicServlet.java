package io.bearergate.sample.war;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** For everybody. */
@WebServlet("/api/public")
public final class PublicServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public PublicServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println("Hello, whoever you are");
  }
}
