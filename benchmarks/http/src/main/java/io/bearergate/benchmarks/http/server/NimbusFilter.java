package io.bearergate.benchmarks.http.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTProcessor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies the bearer token, checks its scope, and hands the claims on as a request attribute. */
final class NimbusFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "Bearer ";

  private final transient JWTProcessor<SecurityContext> processor;
  private final String scope;

  NimbusFilter(JWTProcessor<SecurityContext> processor, String scope) {
    this.processor = processor;
    this.scope = scope;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    JWTClaimsSet claims = verified(request.getHeader("Authorization"));
    if (claims == null) {
      refuse(response, 401, "Bearer error=\"invalid_token\"");
    } else if (!scopes(claims).contains(scope)) {
      refuse(response, 403, "Bearer error=\"insufficient_scope\"");
    } else {
      request.setAttribute("claims", claims);
      chain.doFilter(request, response);
    }
  }

  private @Nullable JWTClaimsSet verified(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return null;
    }
    try {
      return processor.process(authorization.substring(SCHEME.length()), null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return null;
    }
  }

  private static List<String> scopes(JWTClaimsSet claims) {
    return claims.getClaim("scope") instanceof String scopes
        ? List.of(scopes.split(" ", -1))
        : List.of();
  }

  private static void refuse(HttpServletResponse response, int status, String challenge) {
    response.setStatus(status);
    response.setHeader("WWW-Authenticate", challenge);
  }
}
