package io.bearergate.contract.annotations.app;

import jakarta.servlet.annotation.WebServlet;

/** Asks by an annotation of its own making. */
@WebServlet("/audit")
@AuditorsOnly
public final class Composed extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Composed() {}
}
