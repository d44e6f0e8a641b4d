package io.bearergate.contract.identity.app;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.jakarta.cdi.TokenClaim;
import io.bearergate.token.AccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;

/** One for all requests. */
@ApplicationScoped
public class Greeter {

  @Inject private Provider<AccessToken> token;
  @Inject private Provider<Optional<AccessToken>> anyToken;
  @Inject private Provider<Optional<BearergatePrincipal>> anyPrincipal;

  @Inject
  @TokenClaim("tenant")
  private Provider<String> tenant;

  @Inject
  @TokenClaim("tenant")
  private Provider<Optional<String>> anyTenant;

  @Inject
  @TokenClaim("realm_access.roles")
  private Provider<List<String>> roles;

  /** For CDI. */
  public Greeter() {}

  /** Who it is. */
  public String name() {
    return token.get().principalName();
  }

  /** Who it is, or nobody. */
  public String anyName() {
    return anyToken.get().map(AccessToken::principalName).orElse("-")
        + anyPrincipal.get().map(BearergatePrincipal::getName).orElse("-");
  }

  /** The claim, which must be there. */
  public String tenant() {
    return tenant.get();
  }

  /** The claim, or nothing. */
  public Optional<String> anyTenant() {
    return anyTenant.get();
  }

  /** The claim's words. */
  public List<String> roles() {
    return roles.get();
  }
}
