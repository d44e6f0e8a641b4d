package io.bearergate.sender;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address in one spelling, so that equal ones compare equal (RFC 9449 §4.3, RFC 3986 §6.2.2 and
 * §6.2.3): scheme and host in lower case, no default port, no query, no fragment, octets that need
 * no escape unescaped.
 *
 * @param origin scheme, host and port
 * @param path begins with a slash
 */
record HttpUri(String origin, String path) {

  /** There is no place for user information. */
  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://([^/?#@:\\[\\]]+|\\[[^/?#@\\[\\]]+])(?::(\\d*))?(/[^?#]*)?([?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Map<String, String> DEFAULT_PORTS = Map.of("http", "80", "https", "443");

  /** Empty unless {@code text} is an absolute address of HTTP. */
  static Optional<HttpUri> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = parts.group(2).toLowerCase(Locale.ROOT);
    String path = Optional.ofNullable(parts.group(4)).orElse("/");
    String port =
        Optional.ofNullable(parts.group(3))
            .filter(number -> !number.isEmpty() && !number.equals(DEFAULT_PORTS.get(scheme)))
            .map(number -> ":" + number)
            .orElse("");
    String plainPath = ESCAPED.matcher(path).replaceAll(HttpUri::unescaped);
    return Optional.of(new HttpUri(scheme + "://" + host + port, plainPath));
  }

  private static String unescaped(MatchResult escape) {
    char octet = (char) Integer.parseInt(escape.group(1), 16);
    boolean unreserved =
        octet < 128 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
    return unreserved ? String.valueOf(octet) : "%" + escape.group(1).toUpperCase(Locale.ROOT);
  }

  /** The same path below another origin and prefix. */
  Optional<HttpUri> under(String publicUrl) {
    return parse(publicUrl + path);
  }
}
