package io.bearergate.contract.identity.app;

import io.bearergate.jakarta.BearergateAuthenticationMechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

/** Makes the token's principal the server's. */
@ApplicationScoped
public class Login {

  /** For CDI. */
  public Login() {}

  /** As the documentation has it. */
  @Produces
  @ApplicationScoped
  public HttpAuthenticationMechanism bearergate() {
    return new BearergateAuthenticationMechanism();
  }
}
