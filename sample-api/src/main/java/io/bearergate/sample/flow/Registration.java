package io.bearergate.sample.flow;

import java.net.URI;
import java.util.Optional;

/**
 * A client as its authorization server knows it.
 *
 * @param secret none for a public client
 * @param redirectUri none for a client without users
 * @param audience the API it wants to call
 */
public record Registration(
    String clientId, Optional<String> secret, Optional<URI> redirectUri, String audience) {

  /** A web application with a secret. */
  public static Registration confidential(
      String clientId, String secret, URI redirectUri, String audience) {
    return new Registration(clientId, Optional.of(secret), Optional.of(redirectUri), audience);
  }

  /** An application on somebody's device. */
  public static Registration publicClient(String clientId, URI redirectUri, String audience) {
    return new Registration(clientId, Optional.empty(), Optional.of(redirectUri), audience);
  }

  /** A service that acts for itself. */
  public static Registration machine(String clientId, String secret, String audience) {
    return new Registration(clientId, Optional.of(secret), Optional.empty(), audience);
  }

  @Override
  public String toString() {
    return clientId;
  }
}
