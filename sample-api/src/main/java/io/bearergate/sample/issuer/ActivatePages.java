package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;

/**
 * The pages of {@code /activate}. A wrong code, an expired and a used one look the same.
 *
 * @param token what their forms carry
 */
record ActivatePages(FormToken token) {

  private static final int TOO_MANY_REQUESTS = 429;

  HTTPResponse entry() {
    return Replies.page(HTTPResponse.SC_OK, entryPage(""));
  }

  HTTPResponse wrongCode() {
    return Replies.page(
        HTTPResponse.SC_BAD_REQUEST,
        entryPage("<p role=\"alert\">This code does not connect a device.</p>"));
  }

  HTTPResponse tooMany(Duration lock) {
    HTTPResponse response =
        Replies.page(TOO_MANY_REQUESTS, Page.of("Too many tries", "<p>Please wait a minute.</p>"));
    response.setHeader("Retry-After", Long.toString(lock.toSeconds()));
    return response;
  }

  HTTPResponse confirmation(PendingAuthorization request, String userCode) {
    return Replies.page(
        HTTPResponse.SC_OK,
        Page.of(
            "Is this your device?",
            """
            <p><strong>%s</strong> wants to be connected. Go on only if it shows this code:</p>
            <p><strong>%s</strong></p>
            <form method="post" action="%s">
            %s
            %s
            <button name="action" value="confirm">It does</button>
            </form>
            """
                .formatted(
                    Page.escape(request.client().name()),
                    Page.escape(String.join(" ", request.remarks())),
                    ActivateEndpoint.PATH,
                    HiddenField.of("user_code", userCode),
                    token.hiddenField())));
  }

  private Page entryPage(String notice) {
    return Page.of(
        "Connect a device",
        """
        %s
        <form method="post" action="%s">
        %s
        <label>Code <input name="user_code" autocomplete="off" autofocus></label>
        <button>Continue</button>
        </form>
        """
            .formatted(notice, ActivateEndpoint.PATH, token.hiddenField()));
  }
}
