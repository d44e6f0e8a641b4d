package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** What all endpoints have in common that a client posts a form to, with its credentials. */
record BackChannel(ClientAuthenticator clients) {

  /** What one endpoint does with a form in which nothing is repeated. */
  @FunctionalInterface
  interface Service {
    HTTPResponse answer(Parameters form) throws GeneralException;
  }

  HTTPResponse serve(HTTPRequest request, Service service) {
    try {
      Parameters form = Parameters.ofForm(request);
      if (form.repeatsAny()) {
        throw new GeneralException(OAuth2Error.INVALID_REQUEST);
      }
      return service.answer(form);
    } catch (GeneralException e) {
      return Refusal.answer(e, request);
    }
  }

  Client authenticate(HTTPRequest request, Parameters form) throws GeneralException {
    return clients.authenticate(request, form);
  }
}
