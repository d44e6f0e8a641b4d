package io.bearergate.sample.playground;

import io.bearergate.sample.api.JsonReply;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /playground/api/walk}: the visitor's walk; begun, watched, called off. */
final class WalkServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Surroundings surroundings;
  private final transient OwnPages pages;
  private final transient Walks walks;

  WalkServlet(Surroundings surroundings, OwnPages pages, Walks walks) {
    this.surroundings = surroundings;
    this.pages = pages;
    this.walks = walks;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pages
        .visitors()
        .known(request)
        .flatMap(Visitor::walk)
        .map(this::reply)
        .orElseGet(() -> JsonReply.problem(HttpServletResponse.SC_NOT_FOUND, "no walk yet"))
        .sendBy(response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Landscape landscape = surroundings.at(Origin.of(request));
    pages.carryOut(request, response, (visitor, wish) -> begin(visitor, wish, landscape));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    pages.carryOut(
        request,
        response,
        (visitor, wish) -> {
          visitor.leaves();
          return JsonReply.ok(Map.of());
        });
  }

  private JsonReply begin(Visitor visitor, Map<String, Object> wish, Landscape landscape) {
    boolean scripted = "script".equals(wish.get("by"));
    return Flow.named(String.valueOf(wish.get("flow")))
        .map(flow -> scripted ? Walk.scripted(flow, landscape) : Walk.inBrowser(flow, landscape))
        .map(walk -> walks.begin(walk, visitor, surroundings))
        .orElseGet(
            () -> JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "there is no such flow"));
  }

  private JsonReply reply(Walk walk) {
    return JsonReply.ok(new WalkReport(walk, surroundings).members());
  }
}
