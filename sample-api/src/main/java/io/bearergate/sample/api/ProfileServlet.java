package io.bearergate.sample.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code GET /api/profile}: for users only. That a token's subject is a client and no user is for
 * the application to know, so it is here and not in the filter that it is told so.
 */
final class ProfileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    JsonReply reply =
        caller.isMachine()
            ? JsonReply.problem(HttpServletResponse.SC_FORBIDDEN, "for users only")
            : JsonReply.ok(Map.of("user", caller.name()));
    reply.sendBy(response);
  }
}
