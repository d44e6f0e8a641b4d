package io.bearergate;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a logout request: a form, of which one field is ours. */
final class LogoutForm {

  private static final String FIELD = "logout_token";

  private LogoutForm() {}

  /** The one {@code logout_token}; other fields do not count (Back-Channel Logout §2.5). */
  static Optional<String> token(byte[] form) {
    String token = null;
    for (String field : new String(form, StandardCharsets.US_ASCII).split("&", -1)) {
      int equals = field.indexOf('=');
      String name = decoded(equals < 0 ? field : field.substring(0, equals));
      if (FIELD.equals(name)) {
        if (token != null || equals < 0) {
          return Optional.empty();
        }
        token = decoded(field.substring(equals + 1));
      }
    }
    return Optional.ofNullable(token);
  }

  /** Empty where it is no encoding, which no token is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
