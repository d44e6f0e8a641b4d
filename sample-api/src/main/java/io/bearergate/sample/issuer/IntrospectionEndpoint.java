package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/introspect}: what a token stands for (RFC 7662), to clients that can keep a secret;
 * as a signed JWT if they ask for that (RFC 9701).
 */
final class IntrospectionEndpoint implements Endpoint {

  static final String PATH = "/oauth/introspect";

  private static final JOSEObjectType TYPE = new JOSEObjectType("token-introspection+jwt");
  private static final String MEDIA_TYPE = "application/" + TYPE.getType();

  private final BackChannel channel;
  private final IssuedTokens tokens;
  private final MockAuthorizationServer.Parts parts;

  IntrospectionEndpoint(BackChannel channel, MockAuthorizationServer.Parts parts) {
    this.channel = channel;
    this.tokens = new IssuedTokens(parts);
    this.parts = parts;
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
    return channel.serve(request, form -> introspect(request, form));
  }

  private HTTPResponse introspect(HTTPRequest request, Parameters form) throws GeneralException {
    Client client = channel.authenticate(request, form);
    if (client.isPublic()) {
      throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }
    String token =
        form.single("token").orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
    Map<String, ?> told = tokens.describe(token, client).orElse(Map.of("active", false));
    return wantsJwt(request) ? signed(client, told) : Replies.json(HTTPResponse.SC_OK, told);
  }

  private static boolean wantsJwt(HTTPRequest request) {
    return Optional.ofNullable(request.getHeaderValue("Accept"))
        .filter(accepted -> accepted.contains(MEDIA_TYPE))
        .isPresent();
  }

  /** Neither {@code sub} nor {@code exp} of its own: it must not pass for an access token (§5). */
  private HTTPResponse signed(Client client, Map<String, ?> told) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(parts.address().value())
            .audience(client.id())
            .issueTime(Date.from(parts.clock().instant()))
            .claim("token_introspection", told)
            .build();
    HTTPResponse response = Replies.uncached(HTTPResponse.SC_OK);
    response.setHeader("Content-Type", MEDIA_TYPE);
    response.setBody(parts.keys().sign(TYPE, claims).serialize());
    return response;
  }
}
