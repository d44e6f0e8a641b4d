package io.bearergate.sample.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code GET /api/vault}: what is in the caller's vault. */
final class VaultServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonReply.ok(Map.of("of", Caller.of(request).name(), "gold", 3)).sendBy(response);
  }
}
