package io.bearergate.sender;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether {@code text} surely is an absolute address of HTTP: a quick look at what clients write,
   * as a rule. False says nothing.
   */
  static boolean isPlain(String text) {
    int start = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
    int slash = text.indexOf('/', start);
    boolean inPort = false;
    for (int i = start; i < slash; i++) {
      char c = text.charAt(i);
      boolean begins = c == ':' && i > start && !inPort;
      inPort |= begins;
      if (!begins && !isDigit(c) && (inPort || !isOfName(c))) {
        return false;
      }
    }
    return slash > start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOfName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  }

  /** By hand: the one that a record is given holds our class loader for good on JDK 17. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpUri that && origin.equals(that.origin) && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return 31 * origin.hashCode() + path.hashCode();
  }

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
