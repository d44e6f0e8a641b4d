package io.bearergate.jakarta.cdi;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AccessToken;
import io.bearergate.token.Claim;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * Reads the token off the request of the moment. The container injects that one as it came in,
 * without the filter's wrapper, so it is the filter's attribute that tells.
 */
@Dependent
class TokenProducers {

  private final HttpServletRequest request;

  @Inject
  TokenProducers(HttpServletRequest request) {
    this.request = request;
  }

  static BearergatePrincipal required(HttpServletRequest request) {
    return BearergatePrincipal.from(request)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This request came without a token, or its path is open: inject"
                        + " Provider<Optional<AccessToken>> where that may be"));
  }

  @Produces
  @Typed(BearergatePrincipal.class) // not Principal, of which the container has its own
  BearergatePrincipal principal(InjectionPoint where) {
    Lifespan.check(where);
    return required(request);
  }

  @Produces
  Optional<BearergatePrincipal> anyPrincipal(InjectionPoint where) {
    Lifespan.check(where);
    return BearergatePrincipal.from(request);
  }

  @Produces
  AccessToken token(InjectionPoint where) {
    return principal(where).token();
  }

  @Produces
  Optional<AccessToken> anyToken(InjectionPoint where) {
    return anyPrincipal(where).map(BearergatePrincipal::token);
  }

  @Produces
  @TokenClaim("")
  Claim claim(InjectionPoint where) {
    return token(where).claim(path(where));
  }

  @Produces
  @TokenClaim("")
  String text(InjectionPoint where) {
    return claim(where)
        .asText()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The token has no text at the claim \""
                        + path(where)
                        + "\": inject Optional<String> where that may be"));
  }

  @Produces
  @TokenClaim("")
  Optional<String> anyText(InjectionPoint where) {
    return anyToken(where).flatMap(token -> token.claim(path(where)).asText());
  }

  @Produces
  @TokenClaim("")
  List<String> words(InjectionPoint where) {
    return claim(where).asWords();
  }

  private static String path(InjectionPoint where) {
    return where.getQualifiers().stream()
        .filter(TokenClaim.class::isInstance)
        .map(qualifier -> ((TokenClaim) qualifier).value())
        .findFirst()
        .orElseThrow();
  }
}
