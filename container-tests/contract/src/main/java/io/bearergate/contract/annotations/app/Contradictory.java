package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.Open;
import io.bearergate.jakarta.RequiresScope;
import jakarta.servlet.annotation.WebServlet;

/** Asks for a scope and for nothing. */
@WebServlet("/contradictory")
@Open
@RequiresScope("a")
public final class Contradictory extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Contradictory() {}
}
