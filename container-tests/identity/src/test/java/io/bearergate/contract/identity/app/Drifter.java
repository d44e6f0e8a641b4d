package io.bearergate.contract.identity.app;

import io.bearergate.token.AccessToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** A bean that lives as long as whatever holds it. */
@Dependent
public class Drifter {

  @Inject private AccessToken token;

  /** For CDI. */
  public Drifter() {}

  /** Whose token it is. */
  public String name() {
    return token.principalName();
  }
}
