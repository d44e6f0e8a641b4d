package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.util.Optional;

/** What can be said of a token without showing it. */
final class TokenInWords {

  private TokenInWords() {}

  static String of(AccessToken token) {
    String scope = Optional.ofNullable(token.getScope()).map(Object::toString).orElse("none");
    return "%s, %d s, scope %s".formatted(token.getType(), token.getLifetime(), scope);
  }
}
