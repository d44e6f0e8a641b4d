package io.bearergate.sample.api;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AccessToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Who is calling: what the filter has left in the request.
 *
 * @param name the principal's name
 */
record Caller(String name, AccessToken token) {

  private static final String MACHINE_SUFFIX = "@clients";

  static Caller of(HttpServletRequest request) {
    BearergatePrincipal principal =
        BearergatePrincipal.from(request)
            .orElseThrow(() -> new IllegalStateException("this endpoint needs the filter"));
    return new Caller(principal.getName(), principal.token());
  }

  List<String> scopes() {
    return List.copyOf(token.scopes());
  }

  /**
   * Whether a client acts for itself; it is no user, whatever its name looks like (RFC 9068 §5).
   */
  boolean isMachine() {
    return name.endsWith(MACHINE_SUFFIX) || token.clientId().filter(name::equals).isPresent();
  }
}
