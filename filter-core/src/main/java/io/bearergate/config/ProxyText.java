package io.bearergate.config;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;

/** A proxy that is asked to {@code CONNECT} (RFC 9110 §9.3.6), or none. */
final class ProxyText {

  private static final int LAST_PORT = 65_535;
  private static final String FORM = "Write http://HOST:PORT, or none.";

  private ProxyText() {}

  /** Its name is looked up at every call, since addresses change. */
  static Proxy parse(String text) {
    if (text.equals("none")) {
      return Proxy.NO_PROXY;
    }
    URI address = syntax(text);
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "holds user information, and a proxy that asks for a password cannot be used."
              + " Leave it out, and let the proxy know this host by its address.");
    }
    String rest = String.valueOf(address.getRawPath());
    boolean bare = rest.matches("/?") && address.getRawQuery() == null;
    int port = address.getPort();
    if (!"http".equals(address.getScheme()) || address.getHost() == null || !bare) {
      throw new IllegalArgumentException("is no address of a proxy. " + FORM);
    }
    if (port < 1 || port > LAST_PORT || address.getRawFragment() != null) {
      throw new IllegalArgumentException("names no port of a proxy. " + FORM);
    }
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host(address), port));
  }

  /** An IPv6 address without its brackets. */
  private static String host(URI address) {
    return address.getHost().replaceAll("[\\[\\]]", "");
  }

  private static URI syntax(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is no address of a proxy. " + FORM);
    }
  }
}
