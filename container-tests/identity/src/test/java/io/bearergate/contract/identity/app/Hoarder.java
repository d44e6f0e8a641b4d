package io.bearergate.contract.identity.app;

import io.bearergate.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An application-wide bean with one user's token in a field. */
@ApplicationScoped
public class Hoarder {

  @Inject private AccessToken token;

  /** For CDI. */
  public Hoarder() {}

  /** Whose token it is. */
  public String name() {
    return token.principalName();
  }
}
