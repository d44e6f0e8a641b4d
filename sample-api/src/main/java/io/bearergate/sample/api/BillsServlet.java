package io.bearergate.sample.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code GET /api/billing/bills}: what the caller owes. */
final class BillsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(request);
    List<Map<String, String>> bills = List.of(Map.of("amount", "12.50", "currency", "EUR"));
    JsonReply.ok(Map.of("of", caller.name(), "bills", bills)).sendBy(response);
  }
}
