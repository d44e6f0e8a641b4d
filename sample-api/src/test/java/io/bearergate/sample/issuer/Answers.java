package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** The forms that a refused authorization request is answered in. */
final class Answers {

  private Answers() {}

  /** A page for the user, and no redirect. */
  static void assertPage(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("<code>" + error + "</code>");
  }

  /** JSON for the client, not to be kept. */
  static void assertJson(HttpResponse<String> answer, int status, String error) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Parsed.member(answer, "error")).isEqualTo(error);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  /** A redirect to the client. */
  static void assertTold(HttpResponse<String> answer, String redirectUri, String error) {
    assertThat(Parsed.location(answer)).startsWith(redirectUri + "?");
    assertThat(Parsed.redirect(answer)).containsEntry("error", error);
  }
}
