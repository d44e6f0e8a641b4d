package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;

/**
 * An HTML page and the scripts it may run.
 *
 * @param policy the Content-Security-Policy
 */
record Page(String html, String policy) {

  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:4rem auto;padding:0 1rem}"
          + "label,input,button{display:block;margin:.5rem 0;font:inherit}"
          + "input{width:100%;box-sizing:border-box;padding:.4rem}"
          + "button{padding:.4rem 1.2rem;display:inline-block}"
          + ":root{color-scheme:light dark}";

  /** No {@code form-action}: browsers hold it against the redirect that answers the form, too. */
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src "
          + Digest.forPolicy(STYLE);

  /**
   * A page with a title and a body.
   *
   * @param body HTML whose every inserted text has gone through {@link #escape}
   */
  static Page of(String title, String body) {
    return new Page(document(title, body), POLICY);
  }

  /** The same, with one inline script and no other. */
  static Page withScript(String title, String body, String script) {
    String html = document(title, body + "<script>" + script + "</script>");
    return new Page(html, POLICY + "; script-src " + Digest.forPolicy(script));
  }

  static Page ofError(ErrorObject error) {
    return of("This request cannot go on", "<p><code>" + escape(error.getCode()) + "</code></p>");
  }

  private static String document(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%1$s</title><style>%2$s</style></head>
        <body><main><h1>%1$s</h1>
        %3$s
        </main></body>
        </html>
        """
        .formatted(escape(title), STYLE, body);
  }

  /** Text as it may stand in an element or a quoted attribute. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> escaped.append(escape(point)));
    return escaped.toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> Character.toString(point);
    };
  }
}
