package io.bearergate.sample.playground;

import io.bearergate.sample.api.JsonReply;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape.Account;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@code GET /playground/api/session}: what a page has to know before it can ask for anything. */
final class SessionServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Site site;
  private final transient Visitors visitors;

  SessionServlet(Site site, Visitors visitors) {
    this.site = site;
    this.visitors = visitors;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visitor visitor = visitors.of(request, response);
    URI inBrowser = site.atInBrowser(Origin.of(request));
    JsonReply.ok(
            Map.of(
                "pageWord", visitor.pageWord(),
                "issuer", site.issuer(),
                "debugger", site.debugger() == Debugger.ON,
                "flows", flows(),
                "accounts", accounts(),
                "spa", spa(inBrowser)))
        .sendBy(response);
  }

  private List<Map<String, Object>> flows() {
    return Flow.all().stream().map(site::offer).map(Offer::members).toList();
  }

  /** Users made up for the loopback: their passwords are in the documentation, too. */
  private List<Map<String, String>> accounts() {
    return site.cast().users().values().stream()
        .sorted(Comparator.comparing(Account::username))
        .map(user -> Map.of("username", user.username(), "password", user.password()))
        .toList();
  }

  private Map<String, String> spa(URI redirectUri) {
    return Map.of(
        "clientId", Site.BROWSER_CLIENT,
        "redirectUri", redirectUri.toString(),
        "audience", site.audienceAt("/"));
  }
}
