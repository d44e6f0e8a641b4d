package io.bearergate.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A request's caller, for JAX-RS. */
record CallerContext(HttpServletRequest caller, boolean secure) implements SecurityContext {

  @Override
  public Principal getUserPrincipal() {
    return caller.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller.isUserInRole(role);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return caller.getAuthType();
  }
}
