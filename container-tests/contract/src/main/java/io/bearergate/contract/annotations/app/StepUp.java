package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.RequiresAcr;
import io.bearergate.jakarta.RequiresMaxAge;
import jakarta.servlet.annotation.WebServlet;

/** Asks for a sign-in of another level, and not long ago. */
@WebServlet("/mfa")
@RequiresAcr({"mfa", "phr"})
@RequiresMaxAge("5m")
public final class StepUp extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public StepUp() {}
}
