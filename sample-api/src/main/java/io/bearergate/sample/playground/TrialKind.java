package io.bearergate.sample.playground;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the debugger has a button for. */
enum TrialKind {
  CODE("code", "Authorization code", Way.BROWSER),
  PKCE("pkce", "Authorization code with PKCE", Way.BROWSER),
  PAR("par", "Pushed request (PAR)", Way.BROWSER),
  JAR("jar", "Signed request (JAR)", Way.BROWSER),
  RAR("rar", "Rich request (RAR)", Way.BROWSER),
  FORM_POST("form-post", "Implicit with form post", Way.BROWSER),
  HYBRID("hybrid", "Hybrid", Way.BROWSER),
  CLIENT_CREDENTIALS("client-credentials", "Client credentials", Way.DIRECT),
  DEVICE("device", "Device: ask for a code", Way.DIRECT),
  DEVICE_TOKEN("device-token", "Device: poll", Way.DIRECT),
  PASSWORD("password", "Resource owner password", Way.DIRECT),
  CIBA("ciba", "CIBA: ask", Way.DIRECT),
  CIBA_TOKEN("ciba-token", "CIBA: poll", Way.DIRECT),
  REFRESH("refresh", "Refresh", Way.DIRECT),
  REVOKE("revoke", "Revoke", Way.DIRECT),
  USERINFO("userinfo", "User info", Way.BEARER),
  LOGOUT("logout", "Log out", Way.LINK);

  /** How the request travels. */
  enum Way {
    /** By the browser to the authorization endpoint and back. */
    BROWSER,
    /** By the client, as a form with the client's credentials. */
    DIRECT,
    /** By the client, with the access token of an earlier trial. */
    BEARER,
    /** By the browser, which stays there. */
    LINK
  }

  private final String written;
  private final String title;
  private final Way way;

  TrialKind(String written, String title, Way way) {
    this.written = written;
    this.title = title;
    this.way = way;
  }

  static Optional<TrialKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.written.equals(name)).findFirst();
  }

  static List<Map<String, String>> all() {
    return Arrays.stream(values())
        .map(kind -> Map.of("name", kind.written, "title", kind.title))
        .toList();
  }

  String written() {
    return written;
  }

  Way way() {
    return way;
  }
}
