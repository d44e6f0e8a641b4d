package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.RequiresScope;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks before a method that its own service never calls. */
@WebServlet("/own")
public final class OwnService extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public OwnService() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(request, response);
  }

  @Override
  @RequiresScope("a")
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
}
