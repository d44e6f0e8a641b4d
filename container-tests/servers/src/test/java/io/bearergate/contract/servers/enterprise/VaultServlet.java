package io.bearergate.contract.servers.enterprise;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the bean, whoever is calling. */
public class VaultServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @EJB private transient Vault vault;

  /** For web.xml. */
  public VaultServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    try {
      boolean emptied = "/emptied".equals(request.getPathInfo());
      response.getWriter().println("bean=" + (emptied ? vault.empty() : vault.open()));
    } catch (EJBAccessException e) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.getWriter().println("refused=bean");
    }
  }
}
