package io.bearergate.contract.identity.app;

import io.bearergate.jakarta.cdi.TokenClaim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** An application-wide bean with one user's claim in a field. */
@ApplicationScoped
public class ClaimHoarder {

  @Inject
  @TokenClaim("tenant")
  private Optional<String> tenant;

  /** For CDI. */
  public ClaimHoarder() {}

  /** Whose it is. */
  public String tenant() {
    return tenant.orElse("-");
  }
}
