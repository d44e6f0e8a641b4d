package io.bearergate.contract.servers.enterprise;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;

/** An enterprise bean, which asks the server who is calling. */
@Stateless
public class Vault {

  @Resource private EJBContext context;

  /** For the server. */
  public Vault() {}

  /** The caller's name. */
  @RolesAllowed("admin")
  public String open() {
    return context.getCallerPrincipal().getName();
  }

  /** For nobody. */
  @DenyAll
  public String empty() {
    return "emptied";
  }
}
