package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Set;

/**
 * {@code /bc-verify}: where the link in a notice leads. The user logs in, and is asked, whatever
 * was agreed to before.
 */
record VerifyEndpoint(BackchannelRequests requests, InteractionForm.Desk desk) implements Endpoint {

  static final String PATH = "/bc-verify";

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    return new Parameters(request.getQueryStringParameters())
        .single("consent")
        .flatMap(requests::findOpenByConsent)
        .map(found -> begin(found, request))
        .orElseGet(() -> Replies.errorPage(OAuth2Error.INVALID_REQUEST));
  }

  private HTTPResponse begin(PendingAuthorization found, HTTPRequest request) {
    String session = desk.sessions().handleOf(request).orElseGet(desk.sessions()::open);
    Transaction transaction = Transaction.of(found, session, desk.sessions().loginOf(request));
    HTTPResponse response = desk.interaction().next(transaction, Interaction.FOUND);
    Sessions.setCookie(response, session);
    return response;
  }
}
