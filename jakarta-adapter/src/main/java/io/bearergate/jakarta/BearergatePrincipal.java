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

  BearergatePrincipal(AccessToken token) {
    this.token = token;
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

  /** The principal claim, {@code sub} unless configured otherwise; never empty. */
  @Override
  public String getName() {
    return token.principalName();
  }

  /** The verified token. */
  public AccessToken token() {
    return token;
  }

  /** Names nobody: claims do not belong in logs. */
  @Override
  public String toString() {
    return "BearergatePrincipal[" + token + "]";
  }
}
