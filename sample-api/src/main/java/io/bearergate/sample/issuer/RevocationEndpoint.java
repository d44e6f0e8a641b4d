package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObject;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/revoke}: a client gives a token back (RFC 7009). Signed access tokens cannot be
 * taken back: whoever holds one finds out nothing before it expires.
 */
final class RevocationEndpoint implements Endpoint {

  static final String PATH = "/oauth/revoke";

  /** RFC 7009 §2.2.1. */
  private static final ErrorObject UNSUPPORTED_TOKEN_TYPE =
      new ErrorObject("unsupported_token_type", null, HTTPResponse.SC_BAD_REQUEST);

  private final BackChannel channel;
  private final RefreshTokens refreshTokens;
  private final Handles<Granted> opaque;

  RevocationEndpoint(BackChannel channel, TokenResponses responses) {
    this.channel = channel;
    this.refreshTokens = responses.refreshTokens();
    this.opaque = responses.accessTokens().opaque();
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
    return channel.serve(request, form -> revoke(channel.authenticate(request, form), form));
  }

  private HTTPResponse revoke(Client client, Parameters form) throws GeneralException {
    String token =
        form.single("token").orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
    if (isSignedOrEncrypted(token)) {
      throw new GeneralException(UNSUPPORTED_TOKEN_TYPE);
    }
    Optional<RefreshFamily> family = refreshTokens.find(token);
    requireOwn(client, family.map(RefreshFamily::granted).or(() -> opaque.find(token)));
    family.ifPresent(refreshTokens::revoke);
    opaque.take(token);
    return Replies.uncached(HTTPResponse.SC_OK);
  }

  private static void requireOwn(Client client, Optional<Granted> granted) throws GeneralException {
    if (granted.filter(known -> !known.isFor(client)).isPresent()) {
      throw new GeneralException(OAuth2Error.INVALID_GRANT);
    }
  }

  private static boolean isSignedOrEncrypted(String token) {
    try {
      JOSEObject.parse(token);
      return true;
    } catch (ParseException e) {
      return false;
    }
  }
}
