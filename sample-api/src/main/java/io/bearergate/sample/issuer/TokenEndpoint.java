package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.List;
import java.util.Set;

/** {@code /oauth/token}: who asks, by which grant, and then the grant's answer. */
final class TokenEndpoint implements Endpoint {

  static final String PATH = "/oauth/token";

  private final BackChannel channel;
  private final ErrorProfile errors;
  private final List<Grant> grants;
  private final Possession possession;

  TokenEndpoint(
      BackChannel channel, ErrorProfile errors, List<Grant> grants, Possession possession) {
    this.channel = channel;
    this.errors = errors;
    this.grants = grants;
    this.possession = possession;
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
  public boolean answersOtherOrigins() {
    return true;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    HTTPResponse response = channel.serve(request, form -> issue(request, form));
    possession.proofs().offerNonce(request, response);
    return response;
  }

  private HTTPResponse issue(HTTPRequest request, Parameters form) throws GeneralException {
    Client client = channel.authenticate(request, form);
    Grant grant = grant(form);
    if (!client.mayUse(grant.type())) {
      throw new GeneralException(errors.unauthorizedClient());
    }
    Binding shown = possession.shownBy(client, request);
    return grant.answer(new TokenCall(client, grant.type(), form, request, shown)).toHTTPResponse();
  }

  private Grant grant(Parameters form) throws GeneralException {
    String type =
        form.single("grant_type")
            .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
    return grants.stream()
        .filter(grant -> grant.type().getValue().equals(type))
        .findFirst()
        .orElseThrow(() -> new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE));
  }
}
