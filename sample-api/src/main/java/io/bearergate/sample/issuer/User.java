package io.bearergate.sample.issuer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who can log in.
 *
 * @param permissions by audience
 */
record User(String subject, Account account, Map<String, Set<String>> permissions, Fixture claims) {

  static User parse(Fixture data) {
    return new User(
        data.text("sub"),
        new Account(
            data.text("username"),
            data.text("realm"),
            data.optionalText("password").map(Digest::of)),
        data.wordsByName("permissions"),
        data.member("claims"));
  }

  Set<String> permissionsAt(Api api) {
    return permissions.getOrDefault(api.audience(), Set.of());
  }

  /** Where and by what the user logs in; a social user has no password here. */
  record Account(String username, String realm, Optional<Digest> password) {}
}
