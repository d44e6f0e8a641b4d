package io.bearergate.sample.flow;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import java.net.URI;
import java.util.Optional;

/**
 * A client as it is registered with an authorization server.
 *
 * @param redirectUri none for one without a browser
 * @param audience the API its tokens are for
 * @param requestKey what it signs its authorization requests with, if it does
 */
public record Registration(
    String clientId,
    Credential credential,
    Optional<URI> redirectUri,
    String audience,
    Optional<RSAKey> requestKey) {

  /** One that a browser comes back to. */
  public static Registration of(
      String clientId, Credential credential, String redirectUri, String audience) {
    return new Registration(
        clientId, credential, Optional.of(URI.create(redirectUri)), audience, Optional.empty());
  }

  /** One that no browser comes back to. */
  public static Registration withoutBrowser(
      String clientId, Credential credential, String audience) {
    return new Registration(clientId, credential, Optional.empty(), audience, Optional.empty());
  }

  /** The same for another API. */
  public Registration at(String otherAudience) {
    return new Registration(clientId, credential, redirectUri, otherAudience, requestKey);
  }

  /** The same with another redirect URI. */
  public Registration backAt(URI otherRedirectUri) {
    return new Registration(
        clientId, credential, Optional.of(otherRedirectUri), audience, requestKey);
  }

  /** The same, signing its requests. */
  public Registration signingWith(RSAKey key) {
    return new Registration(clientId, credential, redirectUri, audience, Optional.of(key));
  }

  /** The same with its secret in the form, where it has one (RFC 6749 §2.3.1). */
  public Registration inBody() {
    return credential instanceof Credential.Secret secret
        ? new Registration(
            clientId,
            new Credential.Secret(secret.value(), true),
            redirectUri,
            audience,
            requestKey)
        : this;
  }

  Optional<ClientAuthentication> authentication(String issuer) {
    return credential.authentication(clientId, issuer);
  }

  @Override
  public String toString() {
    return clientId;
  }
}
