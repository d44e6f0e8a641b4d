package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/**
 * Takes an authorization request out of what it was sent in: parameters, a signed object (RFC 9101)
 * or the reference to one that was pushed (RFC 9126). Of what stands beside an object or a
 * reference nothing counts but the client's name.
 */
record SentRequests(PushedRequests pushed, RequestObjects objects) {

  /**
   * One that a browser brings.
   *
   * @throws GeneralException with an error that only the user may be told
   */
  SentRequest fromBrowser(Client client, Parameters query) throws GeneralException {
    if (query.has("request_uri")) {
      return byReference(client, query);
    }
    if (!query.has("request")) {
      return SentRequest.unsigned(client, query, false);
    }
    RequestObject object = objectIn(query);
    if (object.namesAnotherThan(client)) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return objects.open(object, client, false);
  }

  /**
   * One that the client itself brings, having authenticated.
   *
   * @throws GeneralException with the error to be sent
   */
  SentRequest fromClient(Client client, Parameters form) throws GeneralException {
    if (form.has("request_uri")) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return form.has("request")
        ? objects.open(objectIn(form), client, true)
        : SentRequest.unsigned(client, PushableParameters.of(form, client), true);
  }

  private SentRequest byReference(Client client, Parameters query) throws GeneralException {
    if (query.has("request")) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return pushed.take(only("request_uri", query), client);
  }

  private static RequestObject objectIn(Parameters parameters) throws GeneralException {
    return RequestObject.parse(only("request", parameters));
  }

  private static String only(String name, Parameters parameters) throws GeneralException {
    return parameters
        .single(name)
        .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
  }
}
