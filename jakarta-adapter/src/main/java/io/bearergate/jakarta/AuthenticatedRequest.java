package io.bearergate.jakarta;

import io.bearergate.Decision;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The request as the application sees it once a token was admitted: principal, roles, remote user
 * and auth type are the token's.
 */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

  private final ServletResponse response;
  private final BearergatePrincipal principal;
  private final String authType;

  private AuthenticatedRequest(
      HttpServletRequest request,
      ServletResponse response,
      BearergatePrincipal principal,
      String authType) {
    super(request);
    this.response = response;
    this.principal = principal;
    this.authType = authType;
  }

  /**
   * {@code request} with the principal of {@code admit}; itself where a forward or include brings
   * it here so already.
   */
  static HttpServletRequest of(
      HttpServletRequest request, ServletResponse response, Decision.Admit admit) {
    if (request instanceof ServletRequestWrapper wrapper
        && wrapper.isWrapperFor(AuthenticatedRequest.class)
        && request.getUserPrincipal() instanceof BearergatePrincipal known
        && known.token() == admit.token()) {
      return request;
    }
    return new AuthenticatedRequest(
        request, response, named(request, admit), admit.scheme().label());
  }

  /** The principal of {@code admit}, one and the same in all dispatches of {@code request}. */
  static BearergatePrincipal named(HttpServletRequest request, Decision.Admit admit) {
    return BearergatePrincipal.from(request)
        .filter(known -> known.token() == admit.token())
        .orElseGet(
            () -> {
              BearergatePrincipal principal = BearergatePrincipal.of(admit.token());
              request.setAttribute(BearergatePrincipal.ATTRIBUTE, principal);
              return principal;
            });
  }

  @Override
  public Principal getUserPrincipal() {
    return principal;
  }

  @Override
  public String getRemoteUser() {
    return principal.getName();
  }

  @Override
  public String getAuthType() {
    return authType;
  }

  /** {@code *} is nobody's role (Servlet API). */
  @Override
  public boolean isUserInRole(@Nullable String role) {
    return role != null && !role.equals("*") && principal.token().roles().contains(role);
  }

  /** The caller is authenticated already; the container's own mechanism has nothing to ask. */
  @Override
  public boolean authenticate(HttpServletResponse answer) {
    return true;
  }

  /** A container would bind its own request, without the principal, to the asynchronous cycle. */
  @Override
  public AsyncContext startAsync() {
    return startAsync(this, response);
  }
}
