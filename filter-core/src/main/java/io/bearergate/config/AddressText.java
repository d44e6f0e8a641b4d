package io.bearergate.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses that keys and tokens are trusted by: {@code https}, or {@code http} on the loopback.
 */
final class AddressText {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
  private static final int LAST_PORT = 65_535;
  private static final String QUERY = "holds a query (?). Leave it out.";

  private AddressText() {}

  /** Where something is fetched. */
  static URI parse(String text) {
    URI address = syntax(text);
    String scheme = String.valueOf(address.getScheme());
    String host = String.valueOf(address.getHost());
    boolean loopback = LOOPBACK.matcher(host).matches();
    refuseIf(!Set.of("https", "http").contains(scheme), "is not a URL. Write https://host/path.");
    refuseIf(address.getRawUserInfo() != null, "holds user information. Leave it out.");
    refuseIf(address.getHost() == null, "names no host. Write https://host/path.");
    refuseIf(address.getPort() > LAST_PORT, "names a port that is none.");
    refuseIf(address.getRawFragment() != null, "holds a fragment (#). Leave it out.");
    refuseIf(
        scheme.equals("http") && !loopback,
        "is plain http. Write https; http is for 127.0.0.1, [::1] and localhost alone.");
    return address;
  }

  /** An issuer, kept character for character (RFC 8414 §2). */
  static String issuer(String text) {
    refuseIf(parse(text).getRawQuery() != null, "holds a query (?), which no issuer has.");
    return text;
  }

  /** What clients see of an API, without the last slash. */
  static String origin(String text) {
    refuseIf(parse(text).getRawQuery() != null, QUERY);
    return text.replaceFirst("/$", "");
  }

  /** A protected resource's identifier, kept character for character (RFC 9728 §1.2). */
  static String resource(String text) {
    refuseIf(parse(text).getRawQuery() != null, QUERY);
    refuseIf(text.chars().anyMatch(c -> c > '~'), "is not ASCII. Percent-encode the rest.");
    return text;
  }

  private static URI syntax(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is not a URL. Write https://host/path.");
    }
  }

  private static void refuseIf(boolean wrong, String problem) {
    if (wrong) {
      throw new IllegalArgumentException(problem);
    }
  }
}
