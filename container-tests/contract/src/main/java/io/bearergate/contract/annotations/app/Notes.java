package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.Open;
import io.bearergate.jakarta.RequiresPermission;
import io.bearergate.jakarta.RequiresScope;
import jakarta.annotation.security.DenyAll;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks by its class, and by methods. */
@WebServlet("/notes/*")
@RequiresScope("notes")
public final class Notes extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Notes() {}

  @Override
  @RequiresPermission("write")
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  @Override
  @Open
  protected void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  @Override
  @DenyAll
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }
}
