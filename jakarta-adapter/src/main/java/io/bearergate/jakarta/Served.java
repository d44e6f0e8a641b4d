package io.bearergate.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whom the thread serves, from the filter on and no longer. For those who are not handed the
 * request: what CDI takes for the request of the moment may, in an asynchronous dispatch, be the
 * one that its thread served before. Only where beans may ask, which {@link ServedBeans} tells.
 */
final class Served {

  private static final ThreadLocal<BearergatePrincipal> PRINCIPAL = new ThreadLocal<>();

  private static volatile boolean asked;

  private Served() {}

  /** From now on somebody may ask. */
  static void mayBeAsked() {
    asked = true;
  }

  static @Nullable BearergatePrincipal now() {
    return PRINCIPAL.get();
  }

  /**
   * Names whom the thread serves.
   *
   * @return whom it served before, in an outer dispatch; to be handed to {@link #end}
   */
  static @Nullable BearergatePrincipal begin(HttpServletRequest request) {
    if (!asked || !(request.getUserPrincipal() instanceof BearergatePrincipal principal)) {
      return null;
    }
    BearergatePrincipal before = PRINCIPAL.get();
    PRINCIPAL.set(principal);
    return before;
  }

  static void end(@Nullable BearergatePrincipal before) {
    if (before != null) {
      PRINCIPAL.set(before);
    } else if (asked) {
      PRINCIPAL.remove();
    }
  }
}
