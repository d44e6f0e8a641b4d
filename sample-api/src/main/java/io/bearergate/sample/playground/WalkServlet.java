package io.bearergate.sample.playground;

import io.bearergate.sample.api.JsonReply;
import io.bearergate.sample.flow.Flow;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** {@code /playground/api/walk}: the visitor's walk; begun, watched, called off. */
final class WalkServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Site site;
  private final transient OwnPages pages;
  private final transient Walks walks;

  WalkServlet(Site site, OwnPages pages, Walks walks) {
    this.site = site;
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
    URI origin = Origin.of(request);
    pages.carryOut(request, response, (visitor, wish) -> begin(visitor, wish, origin));
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

  private JsonReply begin(Visitor visitor, Map<String, Object> wish, URI origin) {
    boolean scripted = "script".equals(wish.get("by"));
    return Flow.named(String.valueOf(wish.get("flow")))
        .filter(flow -> scripted || site.offer(flow).inBrowser())
        .map(
            flow ->
                scripted
                    ? Walk.scripted(flow, site.at(origin))
                    : Walk.inBrowser(flow, site.inRealTime(origin)))
        .map(walk -> walks.begin(walk, visitor, site))
        .orElseGet(
            () -> JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "there is no such flow"));
  }

  private JsonReply reply(Walk walk) {
    return JsonReply.ok(new WalkReport(walk, site).members());
  }
}
