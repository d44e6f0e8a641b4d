package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.issuer.AskReader.Reading;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/par}: takes an authorization request from its client, past the browser, and gives a
 * reference for the browser to carry (RFC 9126). All that could be wrong with it is said here.
 */
final class PushEndpoint implements Endpoint {

  static final String PATH = "/oauth/par";

  private static final int LARGEST_BODY = 10 * 1024;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;
  private static final Set<Integer> OWN_STATUSES =
      Set.of(HTTPResponse.SC_UNAUTHORIZED, TOO_LARGE, TOO_MANY);

  private final BackChannel channel;
  private final SentRequests requests;
  private final AskReader reader;
  private final boolean forPublicClients;

  PushEndpoint(
      BackChannel channel, SentRequests requests, AskReader reader, boolean forPublicClients) {
    this.channel = channel;
    this.requests = requests;
    this.reader = reader;
    this.forPublicClients = forPublicClients;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    return channel.serve(request, form -> push(request, form));
  }

  private HTTPResponse push(HTTPRequest request, Parameters form) throws GeneralException {
    try {
      requireSize(request);
      SentRequest sent = requests.fromClient(sender(request, form), form);
      requireGood(reader.read(sent));
      return reference(requests.pushed().keep(sent));
    } catch (GeneralException e) {
      throw asAnswer(e);
    }
  }

  private static void requireSize(HTTPRequest request) throws GeneralException {
    String body = Optional.ofNullable(request.getBody()).orElse("");
    if (body.getBytes(UTF_8).length > LARGEST_BODY) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST.setHTTPStatusCode(TOO_LARGE));
    }
  }

  private Client sender(HTTPRequest request, Parameters form) throws GeneralException {
    Client client = channel.authenticate(request, form);
    if (client.isPublic() && !forPublicClients) {
      throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }
    return client;
  }

  /** What would be told to the client by a redirect, or to the user, is told to the client here. */
  private static void requireGood(Reading reading) throws GeneralException {
    if (reading instanceof Reading.ForClient fault) {
      throw new GeneralException(fault.error());
    }
    if (reading instanceof Reading.ForUser fault) {
      throw new GeneralException(fault.error());
    }
  }

  /** Errors of the authorization endpoint have the status of a redirect. */
  private static GeneralException asAnswer(GeneralException refused) {
    ErrorObject error =
        Optional.ofNullable(refused.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
    return OWN_STATUSES.contains(error.getHTTPStatusCode())
        ? refused
        : new GeneralException(error.setHTTPStatusCode(HTTPResponse.SC_BAD_REQUEST));
  }

  private static HTTPResponse reference(String requestUri) {
    HTTPResponse response =
        new PushedAuthorizationSuccessResponse(
                URI.create(requestUri), PushedRequests.LIFE.toSeconds())
            .toHTTPResponse();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
    return response;
  }
}
