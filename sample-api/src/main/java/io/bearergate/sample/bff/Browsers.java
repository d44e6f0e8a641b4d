package io.bearergate.sample.bff;

import io.bearergate.sample.flow.FormPostLogin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Which browser is in the middle of which login, and in which somebody has logged in. */
final class Browsers {

  private static final Duration LOGIN = Duration.ofMinutes(10);
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration ABSOLUTE = Duration.ofHours(8);

  private final BrowserCookie loginCookie;
  private final BrowserCookie sessionCookie;
  private final Shelf<FormPostLogin> logins;
  private final Shelf<BrowserSession> sessions;

  Browsers(URI address, InstantSource clock) {
    this.loginCookie = BrowserCookie.ofLogin(address);
    this.sessionCookie = BrowserCookie.ofSession(address);
    this.logins = new Shelf<>(LOGIN, LOGIN, clock);
    this.sessions = new Shelf<>(IDLE, ABSOLUTE, clock);
  }

  void begin(FormPostLogin login, HttpServletResponse response) {
    loginCookie.set(response, logins.put(login));
  }

  /** The login this browser is in the middle of; it is over with that. */
  Optional<FormPostLogin> endOfLogin(HttpServletRequest request, HttpServletResponse response) {
    loginCookie.clear(response);
    return loginCookie.in(request).flatMap(logins::take);
  }

  Optional<BrowserSession> session(HttpServletRequest request) {
    return sessionCookie.in(request).flatMap(sessions::find);
  }

  /** Opens a session under a new name, whatever there was before (no fixation). */
  void open(BrowserSession session, HttpServletRequest request, HttpServletResponse response) {
    sessionCookie.in(request).ifPresent(sessions::take);
    sessionCookie.set(response, sessions.put(session));
  }

  void close(HttpServletRequest request, HttpServletResponse response) {
    sessionCookie.in(request).ifPresent(sessions::take);
    sessionCookie.clear(response);
  }
}
