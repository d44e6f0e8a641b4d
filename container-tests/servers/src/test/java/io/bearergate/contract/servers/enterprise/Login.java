package io.bearergate.contract.servers.enterprise;

import io.bearergate.jakarta.BearergateAuthenticationMechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;

/** Makes the token's principal the server's, as the documentation has it. */
@ApplicationScoped
public class Login {

  /** For CDI. */
  public Login() {}

  /** The mechanism. */
  @Produces
  @ApplicationScoped
  public HttpAuthenticationMechanism bearergate() {
    return new BearergateAuthenticationMechanism();
  }
}
