package io.bearergate.sample.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;

/** Reads a logout request (OpenID Connect RP-Initiated Logout §2); what does not fit is refused. */
record GoodbyeReader(Registry registry, SigningKeys keys) {

  /** What an ID token says of itself, however old it is. */
  private record Hint(Client client, String sessionId) {}

  Goodbye read(Parameters parameters) throws GeneralException {
    require(!parameters.repeatsAny());
    Optional<Hint> hint = hint(parameters);
    Optional<Client> client = client(parameters, hint.map(Hint::client));
    Optional<String> sessionId = hint.map(Hint::sessionId);
    Optional<String> logoutHint = parameters.single("logout_hint");
    require(hint.isEmpty() || logoutHint.isEmpty() || logoutHint.equals(sessionId));
    return new Goodbye(sessionId, returnTo(parameters, client), parameters.single("state"));
  }

  private Optional<Hint> hint(Parameters parameters) throws GeneralException {
    if (!parameters.has("id_token_hint")) {
      return Optional.empty();
    }
    Optional<Hint> hint =
        parameters.single("id_token_hint").flatMap(keys::ours).flatMap(this::hint);
    require(hint.isPresent());
    return hint;
  }

  /** An access token has no {@code sid}, and its audience is no client. */
  private Optional<Hint> hint(SignedJWT jwt) {
    try {
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Optional<String> sessionId = Optional.ofNullable(claims.getStringClaim("sid"));
      return claims.getAudience().stream()
          .flatMap(audience -> registry.client(audience).stream())
          .findFirst()
          .flatMap(client -> sessionId.map(sid -> new Hint(client, sid)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private Optional<Client> client(Parameters parameters, Optional<Client> hinted)
      throws GeneralException {
    if (!parameters.has("client_id")) {
      return hinted;
    }
    Optional<Client> named = parameters.single("client_id").flatMap(registry::client);
    require(named.isPresent() && (hinted.isEmpty() || hinted.equals(named)));
    return named;
  }

  private static Optional<URI> returnTo(Parameters parameters, Optional<Client> client)
      throws GeneralException {
    Optional<String> asked = parameters.single("post_logout_redirect_uri");
    require(
        asked.isEmpty()
            || client.filter(known -> known.acceptsAfterLogout(asked.get())).isPresent());
    return asked.map(URI::create);
  }

  private static void require(boolean fits) throws GeneralException {
    if (!fits) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
  }
}
