package io.bearergate.contract.identity.app;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.jakarta.cdi.TokenClaim;
import io.bearergate.token.AccessToken;
import io.bearergate.token.Claim;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** One for each request. */
@RequestScoped
public class Desk {

  @Inject private AccessToken token;
  @Inject private BearergatePrincipal principal;

  @Inject
  @TokenClaim("tenant")
  private Optional<String> tenant;

  @Inject
  @TokenClaim("level")
  private Claim level;

  /** For CDI. */
  public Desk() {}

  /** All of it. */
  public String tell() {
    return token.principalName()
        + " "
        + principal.getName()
        + " "
        + tenant.orElse("-")
        + " "
        + level.asLong().orElse(0L);
  }
}
