package io.bearergate.jakarta;

import io.bearergate.token.AccessToken;
import jakarta.servlet.ServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Whom an admitted request acts for: what {@code request.getUserPrincipal()} gives. Immutable and
 * thread-safe.
 */
public final class BearergatePrincipal implements Principal {

  static final String ATTRIBUTE = BearergatePrincipal.class.getName();

  private final AccessToken token;

  private BearergatePrincipal(AccessToken token) {
    this.token = token;
  }

  /** Whom {@code token} names. */
  static BearergatePrincipal of(AccessToken token) {
    return new BearergatePrincipal(token);
  }

  /**
   * The principal of {@code request}, also where a server has unwrapped it; empty when no token was
   * needed or given.
   */
  public static Optional<BearergatePrincipal> from(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof BearergatePrincipal principal
        ? Optional.of(principal)
        : Optional.empty();
  }

  /**
   * The principal of the request that this thread serves, for beans that are not handed the
   * request.
   *
   * @return empty when no token was needed or given, on every thread that did not come through the
   *     filter (one that the application started, or that {@code AsyncContext.start} runs), and in
   *     an application without CDI
   */
  public static Optional<BearergatePrincipal> current() {
    return Optional.ofNullable(Served.now());
  }

  /** The principal claim, {@code sub} unless configured otherwise; never empty. */
  @Override
  public String getName() {
    return token.principalName();
  }

  /**
   * The verified token; {@link AccessToken#value} is its text, for an API that it is for as well.
   */
  public AccessToken token() {
    return token;
  }

  /** Names nobody: claims do not belong in logs. */
  @Override
  public String toString() {
    return "BearergatePrincipal[" + token + "]";
  }
}
