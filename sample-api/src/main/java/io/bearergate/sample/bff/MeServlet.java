package io.bearergate.sample.bff;

import io.bearergate.sample.api.JsonReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /bff/me}: who has logged in. */
final class MeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonReply.ok(BrowserSession.of(request).asMembers()).sendBy(response);
  }
}
