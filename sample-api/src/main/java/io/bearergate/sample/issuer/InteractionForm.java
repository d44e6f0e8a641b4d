package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Optional;

/**
 * A login or consent form of one browser: it names a transaction of that very browser and carries a
 * value that only a page made for it can hold (CSRF).
 *
 * @param session the browser's session cookie
 */
record InteractionForm(String handle, Transaction transaction, String session) {

  /** Where transactions and sessions are looked up. */
  record Desk(Interaction interaction, Sessions sessions) {

    /** The form a page is to show, if the transaction is this browser's. */
    Optional<InteractionForm> toShow(HTTPRequest request) {
      return find(new Parameters(request.getQueryStringParameters()), request);
    }

    /** The form that came in, if all of it fits together. */
    Optional<InteractionForm> received(Parameters form, HTTPRequest request) {
      return find(form, request).filter(found -> found.token().isIn(form));
    }

    private Optional<InteractionForm> find(Parameters parameters, HTTPRequest request) {
      String session = sessions.handleOf(request).orElse("");
      return parameters
          .single("txn")
          .flatMap(
              txn -> interaction.find(txn).map(found -> new InteractionForm(txn, found, session)))
          .filter(form -> form.transaction().browser().fits(session));
    }
  }

  private FormToken token() {
    return new FormToken(session, handle);
  }

  String hiddenFields() {
    return HiddenField.of("txn", handle) + "\n" + token().hiddenField();
  }
}
