package io.bearergate.jakarta;

import io.bearergate.Decision;
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
   * A decision, and who took it: the name alone would not tell two deployments of these classes
   * apart.
   */
  private record Kept(KeptDecisions by, DecidedRequest decided) {}

  @Nullable Decision of(ServletRequest request) {
    return request.getAttribute(attribute) instanceof Kept kept && kept.by() == this
        ? kept.decided().decision()
        : null;
  }

  void keep(DecidedRequest decided) {
    decided.request().setAttribute(attribute, new Kept(this, decided));
  }

  /** What every filter that a request has passed decided of it, by what the request keeps. */
  static List<DecidedRequest> all(
      Collection<String> names, Function<String, @Nullable Object> attributes) {
    return names.stream()
        .filter(name -> name.startsWith(PREFIX))
        .map(attributes)
        .filter(Kept.class::isInstance)
        .map(kept -> ((Kept) kept).decided())
        .toList();
  }
}
