package io.bearergate.sample.mcp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;

/**
 * Keeps each session to the user who began it. A session's name is no credential, so whoever has
 * heard it needs a token to use it; but a token of one's own must not open another user's session.
 */
final class SessionOwners extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String SESSION = "Mcp-Session-Id";
  private static final long MOST_SESSIONS = 10_000;
  private static final Duration UNUSED = Duration.ofHours(1);

  private final transient Cache<String, String> owners =
      Caffeine.newBuilder().maximumSize(MOST_SESSIONS).expireAfterAccess(UNUSED).build();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String caller = request.getRemoteUser();
    String session = request.getHeader(SESSION);
    // Nobody calls in a preflight, which the filter lets pass.
    if (session != null && (caller == null || !caller.equals(owners.getIfPresent(session)))) {
      // The client begins another one: that is what 404 means to it.
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(
        request,
        new HttpServletResponseWrapper(response) {
          @Override
          public void setHeader(String name, String value) {
            if (caller != null
                && name.equalsIgnoreCase(SESSION)) { // before the client can know of it
              owners.put(value, caller);
            }
            super.setHeader(name, value);
          }
        });
  }
}
