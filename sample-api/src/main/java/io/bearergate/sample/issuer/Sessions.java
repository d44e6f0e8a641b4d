package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which browser is which, by a cookie. A browser has a session from its first request on, so that
 * the login form is bound to it; the session's handle changes at login (no fixation).
 */
final class Sessions {

  private static final String COOKIE = "bearergate_as";
  private static final Pattern IN_HEADER =
      Pattern.compile("(?:^|;\\s*)" + COOKIE + "=([A-Za-z0-9_-]+)");

  private final Handles<Session> sessions;

  Sessions(Duration life, InstantSource clock) {
    this.sessions = new Handles<>("", life, clock);
  }

  /** The handle the browser has sent, if it is one of ours. */
  Optional<String> handleOf(HTTPRequest request) {
    return Optional.ofNullable(request.getHeaderValue("Cookie"))
        .map(IN_HEADER::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .filter(handle -> sessions.find(handle).isPresent());
  }

  /** Who is logged in there, if anybody. */
  Optional<Login> loginOf(HTTPRequest request) {
    return handleOf(request).flatMap(sessions::find).flatMap(Session::login);
  }

  /** A new session of a browser where nobody has logged in yet. */
  String open() {
    return sessions.keep(new Session(Optional.empty()));
  }

  /** Puts the session {@code handle} names to an end and a new one in its place. */
  String replace(String handle, Login login) {
    sessions.take(handle);
    return sessions.keep(new Session(Optional.of(login)));
  }

  void end(String handle) {
    sessions.take(handle);
  }

  static void dropCookie(HTTPResponse response) {
    response.setHeader("Set-Cookie", COOKIE + "=; Max-Age=0; HttpOnly; SameSite=Lax; Path=/");
  }

  static void setCookie(HTTPResponse response, String handle) {
    response.setHeader("Set-Cookie", COOKIE + "=" + handle + "; HttpOnly; SameSite=Lax; Path=/");
  }

  private record Session(Optional<Login> login) {}
}
