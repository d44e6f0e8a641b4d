package io.bearergate.sample.bff;

import io.bearergate.sample.api.JsonReply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets nobody below {@code /bff/} in without a session, and no other site change anything. An
 * {@code Authorization} header counts for nothing here.
 */
final class SessionGuard extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String PROTECTED = "/bff/";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** What a page of another site cannot send without asking first, and is never allowed to. */
  private static final String CUSTOM_HEADER = "X-Requested-With";

  private final transient Browsers browsers;
  private final String origin;

  SessionGuard(Browsers browsers, URI address) {
    this.browsers = browsers;
    this.origin = address.getScheme() + "://" + address.getAuthority();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isForged(request)) {
      new JsonReply(HttpServletResponse.SC_FORBIDDEN, Map.of("error", "forbidden"))
          .sendBy(response);
      return;
    }
    Optional<BrowserSession> session = browsers.session(request);
    session.ifPresent(found -> found.attachTo(request));
    if (session.isPresent() || !request.getServletPath().startsWith(PROTECTED)) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response);
    }
  }

  /** The issuer's form comes from another site by its nature; its {@code state} guards it. */
  private boolean isForged(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        && !request.getServletPath().equals(CallbackServlet.PATH)
        && !Optional.ofNullable(request.getHeader("Origin"))
            .map(origin::equals)
            .orElse(request.getHeader(CUSTOM_HEADER) != null);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isNavigation(request)) {
      Redirect.to(LoginServlet.PATH, HttpServletResponse.SC_FOUND, response);
    } else {
      new JsonReply(HttpServletResponse.SC_UNAUTHORIZED, Map.of("error", "login_required"))
          .sendBy(response);
    }
  }

  /** A script that followed a redirect to a login page would have nothing of it. */
  private static boolean isNavigation(HttpServletRequest request) {
    String accepted = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    return READING.contains(request.getMethod())
        && Optional.ofNullable(request.getHeader("Sec-Fetch-Mode"))
            .map("navigate"::equals)
            .orElse(accepted.contains("text/html"));
  }
}
