package io.bearergate.sample.bff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * That a user has logged in, in one browser.
 *
 * @param name as the issuer tells it, if it does
 */
record BrowserSession(String subject, Optional<String> name) {

  private static final String ATTRIBUTE = BrowserSession.class.getName();

  /** The session that {@link SessionGuard} has found this request to be part of. */
  static BrowserSession of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof BrowserSession session) {
      return session;
    }
    throw new IllegalStateException("this endpoint needs the guard");
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What the page may know. */
  Map<String, String> asMembers() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("sub", subject);
    name.ifPresent(known -> members.put("name", known));
    return members;
  }
}
