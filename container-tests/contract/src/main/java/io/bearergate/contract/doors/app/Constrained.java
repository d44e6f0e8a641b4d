package io.bearergate.contract.doors.app;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;

/** Asks the server for a role, which it has of nobody. */
@WebServlet("/constrained")
@ServletSecurity(@HttpConstraint(rolesAllowed = "clerk"))
public final class Constrained extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Constrained() {}
}
