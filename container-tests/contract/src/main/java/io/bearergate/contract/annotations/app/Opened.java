package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.RequiresRole;
import jakarta.servlet.annotation.WebServlet;

/** Asks where the rule lets everybody through. */
@WebServlet("/open/staff")
@RequiresRole({"clerk", "auditor"})
public final class Opened extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Opened() {}
}
