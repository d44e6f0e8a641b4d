package io.bearergate.sample.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code GET /api/pop}: who holds the token, and by which scheme it was sent. */
final class PopServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    JsonReply.ok(Map.of("holder", caller.name(), "scheme", request.getAuthType())).sendBy(response);
  }
}
