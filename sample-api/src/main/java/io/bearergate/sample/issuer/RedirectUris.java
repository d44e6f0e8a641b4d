package io.bearergate.sample.issuer;

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
  private static final int LAST_PORT = 65535;

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
