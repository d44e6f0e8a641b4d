package io.bearergate.http;

import static io.bearergate.rejection.Rejection.Reason.MALFORMED_CREDENTIALS;
import static io.bearergate.rejection.Rejection.Reason.TOKEN_TOO_LONG;

import io.bearergate.http.Credentials.Malformed;
import io.bearergate.http.Credentials.None;
import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.rejection.Rejection;
import java.util.List;

/** The grammar of the header's value (RFC 9110 §11.4, RFC 6750 §2.1). */
final class AuthorizationValue {

  private static final List<Scheme> SCHEMES = List.of(Scheme.values());

  /** By character: whether a b64token may hold it before its padding (RFC 6750 §2.1). */
  private static final boolean[] OF_TOKEN = new boolean[128];

  static {
    for (char c = 0; c < OF_TOKEN.length; c++) {
      OF_TOKEN[c] = isAlphanumeric(c) || "-._~+/".indexOf(c) >= 0;
    }
  }

  private AuthorizationValue() {}

  /** What the value presents; what its token is made of is not looked at. */
  static Credentials read(String raw) {
    String value = withoutOuterSpace(raw);
    for (Scheme scheme : SCHEMES) {
      if (names(value, scheme.label())) {
        return token(scheme, value);
      }
    }
    return new None();
  }

  private static boolean names(String value, String label) {
    int end = label.length();
    return value.regionMatches(true, 0, label, 0, end)
        && (value.length() == end || !isSchemeCharacter(value.charAt(end)));
  }

  private static Credentials token(Scheme scheme, String value) {
    int schemeEnd = scheme.label().length();
    int start = schemeEnd;
    while (start < value.length() && value.charAt(start) == ' ') {
      start++;
    }
    return start == schemeEnd ? notOneToken(scheme) : new Presented(scheme, value, start);
  }

  /** The same credentials, if their token is one by its form and no longer than it may be. */
  static Credentials checked(Presented presented, int maxTokenBytes) {
    if (!isToken(presented.field(), presented.start())) {
      return notOneToken(presented.scheme());
    }
    return presented.field().length() - presented.start() > maxTokenBytes
        ? new Malformed(
            presented.scheme(), Rejection.of(TOKEN_TOO_LONG, "longer than max-token-size"))
        : presented;
  }

  private static Malformed notOneToken(Scheme scheme) {
    return new Malformed(
        scheme, Rejection.of(MALFORMED_CREDENTIALS, "not one b64token after the scheme"));
  }

  /**
   * Without the spaces and tabs around it, which are no part of a field's value (RFC 9110 §5.5).
   */
  private static String withoutOuterSpace(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isSpace(raw.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** RFC 9110 §5.6.2: what a scheme's name is made of. */
  private static boolean isSchemeCharacter(char c) {
    return isAlphanumeric(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  /** RFC 6750 §2.1: {@code 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="}. */
  private static boolean isToken(String value, int start) {
    int end = value.length();
    while (end > start && value.charAt(end - 1) == '=') {
      end--;
    }
    for (int at = start; at < end; at++) {
      char c = value.charAt(at);
      if (c >= OF_TOKEN.length || !OF_TOKEN[c]) {
        return false;
      }
    }
    return end > start;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
