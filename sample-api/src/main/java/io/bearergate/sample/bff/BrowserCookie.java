package io.bearergate.sample.bff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cookie that holds a name from a {@link Shelf}. No script can read it. Off the loopback it goes
 * over TLS only and is bound to this host.
 */
record BrowserCookie(String name, boolean secure, String sameSite) {

  /** Who has logged in. */
  static BrowserCookie ofSession(URI address) {
    return of("bg_session", address, "Lax");
  }

  /**
   * Which login a browser is in the middle of. The answer to that is posted from another site,
   * where a {@code Lax} cookie stays behind; on the loopback all ports are one site.
   */
  static BrowserCookie ofLogin(URI address) {
    return of("bg_login", address, isSecure(address) ? "None" : "Lax");
  }

  private static BrowserCookie of(String name, URI address, String sameSite) {
    boolean secure = isSecure(address);
    return new BrowserCookie(secure ? "__Host-" + name : name, secure, sameSite);
  }

  private static boolean isSecure(URI address) {
    return "https".equals(address.getScheme());
  }

  /** The value the browser has sent; none, if somebody has planted a second one. */
  Optional<String> in(HttpServletRequest request) {
    List<String> values =
        Optional.ofNullable(request.getCookies()).stream()
            .flatMap(Stream::of)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  void set(HttpServletResponse response, String value) {
    response.addCookie(cookie(value));
  }

  void clear(HttpServletResponse response) {
    Cookie cookie = cookie("");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private Cookie cookie(String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setPath("/");
    cookie.setAttribute("SameSite", sameSite);
    return cookie;
  }
}
