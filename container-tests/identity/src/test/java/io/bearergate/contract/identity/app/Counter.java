package io.bearergate.contract.identity.app;

import io.bearergate.token.AccessToken;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Tells what beans know, each by a path of its own. */
@WebServlet(urlPatterns = "/*", asyncSupported = true)
public final class Counter extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Greeter greeter;
  @Inject private transient Desk desk;

  /** For the server. */
  public Counter() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().println("told=" + told(request.getPathInfo()));
  }

  private String told(String path) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "name" -> orFailure(greeter::name);
      case "looked-up" -> orFailure(Counter::lookedUp);
      case "any" -> greeter.anyName();
      case "tenant" -> orFailure(greeter::tenant);
      case "any-tenant" -> greeter.anyTenant().toString();
      case "roles" -> greeter.roles().toString();
      case "desk" -> orFailure(desk::tell);
      default -> "?";
    };
  }

  private static String lookedUp() {
    return CDI.current().select(AccessToken.class).get().principalName();
  }

  private static String orFailure(Supplier<String> telling) {
    try {
      return telling.get();
    } catch (IllegalStateException e) {
      return "failed: " + e.getMessage();
    }
  }
}
