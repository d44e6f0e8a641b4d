package io.bearergate.sample.issuer;

import java.util.Set;

/** What a user has granted a client, and all that a code is bound to. */
record Granted(Ask ask, Login login, Set<String> scopes) {

  boolean hasScope(String scope) {
    return scopes.contains(scope);
  }

  Client client() {
    return ask.client();
  }

  User user() {
    return login.user();
  }
}
