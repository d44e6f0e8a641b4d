package io.bearergate.contract.annotations.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;

/** Asks by the standard annotation. */
@WebServlet("/accounts")
@RolesAllowed({"clerk", "Chief Accountant"})
public final class Accounts extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Accounts() {}
}
