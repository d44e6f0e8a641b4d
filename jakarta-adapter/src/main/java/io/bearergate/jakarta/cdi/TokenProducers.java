package io.bearergate.jakarta.cdi;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AccessToken;
import io.bearergate.token.Claim;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.List;
import java.util.Optional;

/** Gives what the filter admitted on this thread. */
@Dependent
class TokenProducers {

  TokenProducers() {}

  static BearergatePrincipal required() {
    return BearergatePrincipal.current()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no token: the request came without one, its path is open, or this"
                        + " thread serves none. Inject Provider<Optional<AccessToken>> where that"
                        + " may be"));
  }

  @Produces
  @Typed(BearergatePrincipal.class) // not Principal, of which the container has its own
  BearergatePrincipal principal(InjectionPoint where) {
    Lifespan.check(where);
    return required();
  }

  @Produces
  Optional<BearergatePrincipal> anyPrincipal(InjectionPoint where) {
    Lifespan.check(where);
    return BearergatePrincipal.current();
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
