package io.bearergate.sample.playground;

import io.bearergate.sample.api.JsonReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code POST /playground/api/break}: does one thing wrong after the visitor's walk. */
final class BreakServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient OwnPages pages;

  BreakServlet(OwnPages pages) {
    this.pages = pages;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pages.carryOut(request, response, BreakServlet::attempt);
  }

  private static JsonReply attempt(Visitor visitor, Map<String, Object> wish) {
    return visitor
        .walk()
        .filter(walk -> walk.ended().isPresent())
        .flatMap(
            walk ->
                Breaks.of(walk).stream()
                    .filter(broken -> broken.name().equals(wish.get("name")))
                    .findFirst()
                    .map(broken -> told(walk, broken.attempt().apply(walk))))
        .orElseGet(() -> JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "nothing to break"));
  }

  private static JsonReply told(Walk walk, Break.Evidence evidence) {
    return JsonReply.ok(
        Map.of(
            "steps", new Steps(walk.trip().landscape()).all(evidence.exchanges()),
            "said", evidence.said()));
  }
}
