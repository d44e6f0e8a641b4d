package io.bearergate.sample.flow;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;

/**
 * Sends a client's authorization request other than plainly, and tells what address the browser is
 * to be sent to then.
 */
record RequestSender(Provider provider, Registration registration, Trip trip) {

  /** Past the browser, which carries a reference to it (RFC 9126). */
  URI pushed(AuthorizationRequest request) {
    PushedAuthorizationSuccessResponse answer = push(request);
    trip.checks().require(answer.getLifetime() > 0, "PAR", "the reference has a life");
    return throughBrowser(new AuthorizationRequest.Builder(answer.getRequestURI(), clientId()));
  }

  /** Through the browser, which cannot alter it (RFC 9101). */
  URI signed(AuthorizationRequest request) {
    return throughBrowser(new AuthorizationRequest.Builder(object(request), clientId()));
  }

  /** Both. */
  URI pushedAndSigned(AuthorizationRequest request) {
    return pushed(new AuthorizationRequest.Builder(object(request), clientId()).build());
  }

  private JWT object(AuthorizationRequest request) {
    return new RequestSigner(registration, trip.landscape().clock())
        .sign(request, provider.issuer());
  }

  private URI throughBrowser(AuthorizationRequest.Builder request) {
    return request
        .endpointURI(
            provider.endpoint(
                "authorization_endpoint", OIDCProviderMetadata::getAuthorizationEndpointURI))
        .build()
        .toURI();
  }

  private PushedAuthorizationSuccessResponse push(AuthorizationRequest request) {
    URI endpoint =
        provider.endpoint(
            "pushed_authorization_request_endpoint",
            OIDCProviderMetadata::getPushedAuthorizationRequestEndpointURI);
    ClientAuthentication proof =
        registration
            .authentication(provider.issuer())
            .orElseThrow(() -> new CheckFailed("PAR", "a client without credentials"));
    try {
      PushedAuthorizationResponse answer =
          PushedAuthorizationResponse.parse(
              trip.http()
                  .exchange(
                      new PushedAuthorizationRequest(endpoint, proof, request).toHTTPRequest()));
      if (!answer.indicatesSuccess()) {
        throw new CheckFailed("PAR", answer.toErrorResponse().getErrorObject().getCode());
      }
      return answer.toSuccessResponse();
    } catch (ParseException e) {
      throw new CheckFailed("PAR", "not an answer to a pushed request");
    }
  }

  private ClientID clientId() {
    return new ClientID(registration.clientId());
  }
}
