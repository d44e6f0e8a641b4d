package io.bearergate.contract.annotations.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks nothing; hands a request on where it is told to. */
@WebServlet(
    urlPatterns = {"/plain", "/open/plain"},
    asyncSupported = true)
public final class Plain extends Told {

  private static final long serialVersionUID = 1L;

  /** For the server. */
  public Plain() {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String forward = request.getHeader("Forward");
    String include = request.getHeader("Include");
    String async = request.getHeader("Async");
    if (forward != null) {
      request.getRequestDispatcher(forward).forward(request, response);
      return;
    }
    if (async != null && request.getDispatcherType() == DispatcherType.REQUEST) {
      request.startAsync().dispatch(async);
      return;
    }
    tell(request, response);
    if (include != null) {
      request.getRequestDispatcher(include).include(request, response);
    }
  }
}
