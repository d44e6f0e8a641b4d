package io.bearergate.keys;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of an address we may call (RFC 6454 §4): {@code https}, or {@code http} on
 * the loopback.
 *
 * @param scheme {@code https} or {@code http}
 * @param host in lower case; an IPv6 address in brackets
 * @param port the default one where the address names none
 */
record Origin(String scheme, String host, int port) {

  /** Literals and the reserved name only (RFC 6761 §6.3): no name is looked up to decide this. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]|\\[0:0:0:0:0:0:0:1\\]");

  /** The origin of an address; empty for one that must not be called. */
  static Optional<Origin> of(URI address) {
    String scheme = address.getScheme();
    String host = address.getHost();
    if (scheme == null || host == null || address.getRawUserInfo() != null) {
      return Optional.empty();
    }
    boolean https = scheme.equalsIgnoreCase("https");
    int standard = https ? 443 : 80;
    int port = address.getPort() == -1 ? standard : address.getPort();
    Origin origin =
        new Origin(scheme.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT), port);
    boolean callable = https || (origin.scheme.equals("http") && origin.isLoopback());
    return callable ? Optional.of(origin) : Optional.empty();
  }

  /**
   * Whether both may be called, and have the same origin. By hand: a record's {@code equals} holds
   * our class loader for good on JDK 17.
   */
  static boolean isSame(URI one, URI other) {
    return of(one).flatMap(first -> of(other).filter(first::isLike)).isPresent();
  }

  private boolean isLike(Origin other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
  }

  boolean isLoopback() {
    return LOOPBACK.matcher(host).matches();
  }

  /** Whether keys may be fetched from {@code next}, being named by a document from here. */
  boolean mayName(Origin next) {
    return next.scheme.equals("https") || scheme.equals("http");
  }
}
