package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.http.RequestView;
import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one filter's decision with its request, for the request's further dispatches. Another
 * filter's decisions are not seen.
 */
final class KeptDecisions {

  private static final String PREFIX = KeptDecisions.class.getName() + ".";
  private static final AtomicLong FILTERS = new AtomicLong();

  private final String attribute = PREFIX + FILTERS.incrementAndGet();

  /**
   * A decision that the server's login asked for before any filter ran. Not every server has
   * settled the path by then, so it counts only where the filter meets the same one.
   */
  private record Early(KeptDecisions by, Decision decision, String method, String path) {}

  /** The name alone would not tell two deployments of these classes apart. */
  @Nullable Decision of(ServletRequest request) {
    return request.getAttribute(attribute) instanceof DecidedRequest decided
            && decided.kept() == this
        ? decided.decision()
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

  void keep(DecidedRequest decided) {
    decided.request().setAttribute(attribute, decided);
  }

  /** What every filter that a request has passed decided of it, by what the request keeps. */
  static List<DecidedRequest> all(
      Collection<String> names, Function<String, @Nullable Object> attributes) {
    return names.stream()
        .filter(name -> name.startsWith(PREFIX))
        .map(attributes)
        .filter(DecidedRequest.class::isInstance)
        .map(DecidedRequest.class::cast)
        .toList();
  }
}
