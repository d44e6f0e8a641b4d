package io.bearergate.jakarta;

import io.bearergate.Decision;
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

  @Nullable Decision of(ServletRequest request) {
    return request.getAttribute(attribute) instanceof Kept kept && kept.by() == this
        ? kept.decision()
        : null;
  }

  void keep(ServletRequest request, Decision decision) {
    request.setAttribute(attribute, new Kept(this, decision));
  }
}
