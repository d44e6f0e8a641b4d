package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.http.RequestView;
import jakarta.servlet.ServletRequest;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one filter's decision with its request, for the request's further dispatches. Another
 * filter's decisions are not seen.
 */
final class KeptDecisions {

  private static final AtomicLong FILTERS = new AtomicLong();

  private final String attribute = KeptDecisions.class.getName() + "." + FILTERS.incrementAndGet();

  /**
   * A decision, and who took it: the name alone would not tell two deployments of these classes
   * apart.
   */
  private record Kept(KeptDecisions by, Decision decision) {}

  /**
   * A decision that the server's login asked for before any filter ran. Not every server has
   * settled the path by then, so it counts only where the filter meets the same one.
   */
  private record Early(KeptDecisions by, Decision decision, String method, String path) {}

  @Nullable Decision of(ServletRequest request) {
    return request.getAttribute(attribute) instanceof Kept kept && kept.by() == this
        ? kept.decision()
        : null;
  }

  @Nullable Decision earlyOf(ServletRequest request, RequestView view) {
    return request.getAttribute(attribute) instanceof Early early
            && early.by() == this
            && early.method().equals(view.method())
            && early.path().equals(view.path())
        ? early.decision()
        : null;
  }

  void keepEarly(ServletRequest request, RequestView view, Decision decision) {
    request.setAttribute(attribute, new Early(this, decision, view.method(), view.path()));
  }

  void keep(ServletRequest request, Decision decision) {
    request.setAttribute(attribute, new Kept(this, decision));
  }
}
