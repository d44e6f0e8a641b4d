package io.bearergate.sample.playground;

import io.bearergate.sample.api.JsonReply;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Registration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /playground/api/trial}: the debugger's buttons. What is typed comes in the body only. */
final class TrialServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Site site;
  private final transient OwnPages pages;
  private final transient Walks walks;

  TrialServlet(Site site, OwnPages pages, Walks walks) {
    this.site = site;
    this.pages = pages;
    this.walks = walks;
  }

  /** What can be chosen; no secret among it. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<String> applications =
        site.cast().clients().values().stream().map(Registration::clientId).sorted().toList();
    JsonReply.ok(
            Map.of(
                "buttons", TrialKind.all(),
                "applications", applications,
                "callback", Origin.of(request).resolve(Site.CALLBACK).toString(),
                "audiences", site.audiences().values().stream().distinct().sorted().toList()))
        .sendBy(response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Landscape landscape = site.inRealTime(Origin.of(request));
    pages.carryOut(request, response, (visitor, wish) -> begin(visitor, wish, landscape));
  }

  private JsonReply begin(Visitor visitor, Map<String, Object> wish, Landscape landscape) {
    Typed typed = new Typed(wish);
    return TrialKind.named(typed.text("button"))
        .map(kind -> new Trial(kind, typed, visitor.purse()))
        .map(trial -> Walk.inBrowser(trial, landscape, visitor.purse()))
        .map(walk -> walks.begin(walk, visitor, site))
        .orElseGet(
            () -> JsonReply.problem(HttpServletResponse.SC_BAD_REQUEST, "there is no such button"));
  }
}
