package io.bearergate.sample.issuer;

import static java.util.stream.Collectors.joining;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import java.util.List;
import java.util.Map;

/** The page that posts an authorization response to the client (OAuth 2.0 Form Post). */
final class FormPostPage {

  private static final String SUBMIT = "document.forms[0].submit()";

  private FormPostPage() {}

  static Page of(AuthorizationResponse answer) {
    String fields =
        answer.toParameters().entrySet().stream().map(FormPostPage::field).collect(joining("\n"));
    String form =
        """
        <form method="post" action="%s">
        %s
        <button>Continue</button>
        </form>
        """
            .formatted(Page.escape(answer.getRedirectionURI().toString()), fields);
    return Page.withScript("Back to the application", form, SUBMIT);
  }

  private static String field(Map.Entry<String, List<String>> parameter) {
    return HiddenField.of(parameter.getKey(), parameter.getValue().get(0));
  }
}
