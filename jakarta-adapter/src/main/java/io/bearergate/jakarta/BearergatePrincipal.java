package io.bearergate.jakarta;

import io.bearergate.token.AccessToken;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Whom an admitted request acts for: what {@code request.getUserPrincipal()} gives. Immutable and
 * thread-safe.
 */
public final class BearergatePrincipal implements Principal {

  static final String ATTRIBUTE = BearergatePrincipal.class.getName();

  private final AccessToken token;
  private final String credentials;

  private BearergatePrincipal(AccessToken token, String credentials) {
    this.token = token;
    this.credentials = credentials;
  }

  /** Of a request whose {@code Authorization} this token came in. */
  static BearergatePrincipal of(AccessToken token, HttpServletRequest request) {
    return new BearergatePrincipal(token, String.valueOf(request.getHeader("Authorization")));
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

  /** The verified token. */
  public AccessToken token() {
    return token;
  }

  /**
   * The token itself, as the client sent it, to exchange it for another (RFC 8693) or to call an
   * API that it is for as well. A secret until it expires: never log it, nor show it to anybody.
   */
  public String value() {
    String stripped = credentials.strip();
    return stripped.substring(stripped.lastIndexOf(' ') + 1);
  }

  /** Names nobody: claims do not belong in logs. */
  @Override
  public String toString() {
    return "BearergatePrincipal[" + token + "]";
  }
}
