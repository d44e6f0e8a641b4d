package io.bearergate.sample.playground;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser sessions, by a cookie that scripts and other sites cannot use. Thread-safe. */
final class Visitors {

  private static final String COOKIE = "bearergate-playground";
  private static final int MOST = 64;

  private final Map<String, Visitor> byId = new LinkedHashMap<>();

  /** Whoever sent this; empty for a newcomer, and for one that was too long away. */
  synchronized Optional<Visitor> known(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .flatMap(cookie -> Stream.ofNullable(byId.get(cookie.getValue())))
        .findFirst();
  }

  /** Whoever sent this; a newcomer is given a cookie, and the one here longest gives way. */
  synchronized Visitor of(HttpServletRequest request, HttpServletResponse response) {
    return known(request).orElseGet(() -> welcome(response));
  }

  private Visitor welcome(HttpServletResponse response) {
    Visitor visitor = new Visitor();
    byId.put(visitor.id(), visitor);
    if (byId.size() > MOST) {
      Optional.ofNullable(byId.remove(byId.keySet().iterator().next())).ifPresent(Visitor::leaves);
    }
    Cookie cookie = new Cookie(COOKIE, visitor.id());
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    cookie.setAttribute("SameSite", "Strict");
    response.addCookie(cookie);
    return visitor;
  }
}
