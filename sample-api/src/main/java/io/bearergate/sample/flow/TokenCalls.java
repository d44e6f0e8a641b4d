package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client's calls to the token endpoint, with the credentials it has. */
record TokenCalls(Provider provider, Registration registration) {

  /**
   * @throws CheckFailed with the error code, if the answer is an error
   */
  Tokens send(AuthorizationGrant grant) {
    return send(grant, Map.of());
  }

  Tokens send(AuthorizationGrant grant, Map<String, List<String>> more) {
    HTTPResponse response = provider.http().exchange(request(grant, more).toHTTPRequest());
    return tokensIn(response, AccessTokenType.BEARER);
  }

  /** For tokens that are bound to a key (RFC 9449 §5). */
  Tokens send(AuthorizationGrant grant, Map<String, List<String>> more, DpopKey key) {
    HTTPRequest request = request(grant, more).toHTTPRequest();
    key.proveIn(request);
    return tokensIn(provider.http().exchange(request), AccessTokenType.DPOP);
  }

  private static Tokens tokensIn(HTTPResponse response, AccessTokenType type) {
    TokenResponse parsed = parsed(response);
    CheckFailed.unless(parsed.indicatesSuccess(), "token", errorIn(response));
    return checked(parsed.toSuccessResponse().getTokens(), type);
  }

  /** Whatever the server answers, as long as it is a token response or an error. */
  TokenResponse attempt(AuthorizationGrant grant) {
    return parsed(provider.http().exchange(request(grant, Map.of()).toHTTPRequest()));
  }

  private static TokenResponse parsed(HTTPResponse response) {
    try {
      return OIDCTokenResponseParser.parse(response);
    } catch (ParseException e) {
      throw new CheckFailed("token", errorIn(response));
    }
  }

  /** Certificates go where the metadata says, which wins over the plain URL (RFC 8705 §5). */
  private URI endpoint() {
    return Optional.ofNullable(provider.metadata().getMtlsEndpointAliases())
        .filter(aliases -> registration.credential() instanceof Credential.Certificate)
        .flatMap(aliases -> Optional.ofNullable(aliases.getTokenEndpointURI()))
        .orElseGet(
            () -> provider.endpoint("token_endpoint", OIDCProviderMetadata::getTokenEndpointURI));
  }

  private TokenRequest request(AuthorizationGrant grant, Map<String, List<String>> more) {
    URI endpoint = endpoint();
    ClientID id = new ClientID(registration.clientId());
    TokenRequest.Builder builder =
        registration
            .authentication(provider.issuer())
            .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, id, grant));
    more.forEach((name, values) -> builder.customParameter(name, values.toArray(String[]::new)));
    return builder.build();
  }

  static Tokens checked(Tokens tokens) {
    return checked(tokens, AccessTokenType.BEARER);
  }

  private static Tokens checked(Tokens tokens, AccessTokenType type) {
    CheckFailed.unless(
        tokens.getAccessToken().getType().equals(type), "token", "of a type we cannot use");
    return tokens;
  }

  private static String errorIn(HTTPResponse response) {
    try {
      return String.valueOf(response.getBodyAsJSONObject().get("error"));
    } catch (ParseException e) {
      return "status " + response.getStatusCode();
    }
  }
}
