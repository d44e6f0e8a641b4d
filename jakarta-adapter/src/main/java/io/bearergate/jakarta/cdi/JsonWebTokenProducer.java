package io.bearergate.jakarta.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the request's token as MicroProfile's, instead of a server's own: that one knows nothing of
 * what the filter admitted. Request-scoped, as that API has it, so any bean may hold it.
 */
@Dependent
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class JsonWebTokenProducer {

  private final HttpServletRequest request;

  @Inject
  JsonWebTokenProducer(HttpServletRequest request) {
    this.request = request;
  }

  @Produces
  @RequestScoped
  @Typed(JsonWebToken.class) // not Principal, of which the container has its own
  JsonWebToken token() {
    return new VerifiedJsonWebToken(TokenProducers.required(request));
  }
}
