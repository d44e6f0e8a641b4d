package io.bearergate.sample.issuer;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a client may be answered: at a registered address, compared as text (RFC 9700 §2.1). The
 * one exception is a native client's loopback address, whose port it learns only when it starts
 * (RFC 8252 §7.3).
 */
record RedirectUris(Set<String> registered, boolean anyLoopbackPort) {

  private static final Pattern LOOPBACK =
      Pattern.compile("http://127\\.0\\.0\\.1:([1-9]\\d{0,4})(/[^#]*)");
  private static final Set<String> WEB_SCHEMES = Set.of("http", "https");
  private static final int LAST_PORT = 65535;

  /**
   * A scheme of an application's own must be a domain name it owns, read backwards (RFC 8252 §7.1):
   * without a dot it may be anybody's.
   *
   * @throws IllegalArgumentException if it is not, or if there is a fragment (RFC 6749 §3.1.2)
   */
  static void requireRegistrable(String uri) {
    URI parsed = URI.create(uri);
    String scheme = String.valueOf(parsed.getScheme());
    boolean fits = WEB_SCHEMES.contains(scheme) || scheme.contains(".");
    if (!fits || parsed.getRawFragment() != null) {
      throw new IllegalArgumentException(uri + " may not be registered as a redirect URI.");
    }
  }

  boolean accept(String uri) {
    return registered.contains(uri) || (anyLoopbackPort && isRegisteredBarItsPort(uri));
  }

  private boolean isRegisteredBarItsPort(String uri) {
    Matcher loopback = LOOPBACK.matcher(uri);
    return loopback.matches()
        && Integer.parseInt(loopback.group(1)) <= LAST_PORT
        && registered.contains("http://127.0.0.1" + loopback.group(2));
  }
}
