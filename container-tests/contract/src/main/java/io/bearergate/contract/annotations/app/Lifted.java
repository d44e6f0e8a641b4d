package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.Open;
import jakarta.servlet.annotation.WebServlet;

/** Asks nothing, behind a rule that wants a token. */
@WebServlet("/lifted")
@Open
public final class Lifted extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Lifted() {}
}
