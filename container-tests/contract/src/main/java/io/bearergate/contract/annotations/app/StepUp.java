package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.RequiresAcr;
import jakarta.servlet.annotation.WebServlet;

/** Asks for a sign-in of another level. */
@WebServlet("/mfa")
@RequiresAcr({"mfa", "phr"})
public final class StepUp extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public StepUp() {}
}
