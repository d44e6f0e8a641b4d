package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** What a browser is shown last when the answer goes to another device. */
final class EndPage {

  static final Page AGREED =
      Page.of(
          "Device connected",
          "<p>It has what you agreed to. You can close this page and go on there.</p>");

  static final Page REFUSED = Page.of("Refused", "<p>Nothing was given away.</p>");

  static final Page UNDECIDED = Page.of("Nothing decided", "<p>Open the link again to decide.</p>");

  private static final Page TOO_LATE =
      Page.of("Too late", "<p>This request is no longer open. Begin anew.</p>");

  private EndPage() {}

  /**
   * The last page.
   *
   * @param counted whether the user's decision was the one that counts
   */
  static HTTPResponse of(boolean counted, Page decided) {
    return counted
        ? Replies.page(HTTPResponse.SC_OK, decided)
        : Replies.page(HTTPResponse.SC_BAD_REQUEST, TOO_LATE);
  }
}
