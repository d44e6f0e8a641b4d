package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.RequiresScope;
import jakarta.servlet.annotation.WebServlet;

/** Asks for more than the rule of its path. */
@WebServlet("/read/*")
@RequiresScope("more")
public final class Read extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Read() {}
}
