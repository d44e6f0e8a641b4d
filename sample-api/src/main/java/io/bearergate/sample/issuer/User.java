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
            data.optionalText("password").map(Digest::of),
            Extras.parse(data)),
        data.wordsByName("permissions"),
        data.member("claims"));
  }

  Set<String> permissionsAt(Api api) {
    return permissions.getOrDefault(api.audience(), Set.of());
  }

  boolean hasVerifiedEmail() {
    return claims.flag("email_verified");
  }

  /** Whether this is what the user is called by. */
  boolean answersTo(String identifier) {
    return account.username().equals(identifier)
        || claims.optionalText("email").filter(identifier::equals).isPresent()
        || account.extras().phone().filter(identifier::equals).isPresent();
  }

  /** Where and by what the user logs in; a social user has no password here. */
  record Account(String username, String realm, Optional<Digest> password, Extras extras) {}

  /**
   * What not every user has.
   *
   * @param phone a number to log in by
   * @param push whether there is an app that can be sent push messages
   * @param passwordLeaked whether the password has been seen where it should not be
   * @param otp the second factor
   */
  record Extras(Optional<String> phone, boolean push, boolean passwordLeaked, Optional<Totp> otp) {

    static Extras parse(Fixture data) {
      return new Extras(
          data.optionalText("phone"),
          data.flag("push"),
          data.flag("password_leaked"),
          data.optionalText("otp_key").map(Totp::ofHex));
    }
  }
}
