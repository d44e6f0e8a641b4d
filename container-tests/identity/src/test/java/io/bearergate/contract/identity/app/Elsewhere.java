package io.bearergate.contract.identity.app;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells who it is after another dispatch. */
@WebServlet(urlPatterns = "/elsewhere/*", asyncSupported = true)
public final class Elsewhere extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Greeter greeter;

  /** For the server. */
  public Elsewhere() {}

  private void tellAndComplete(AsyncContext context) {
    try {
      context.getResponse().getWriter().println("told=" + nameOrFailure());
      context.complete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String nameOrFailure() {
    try {
      return greeter.name();
    } catch (IllegalStateException e) {
      return "failed";
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      response.getWriter().println("dispatch=" + request.getDispatcherType());
      response.getWriter().println("told=" + greeter.name());
      return;
    }
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher("/elsewhere/x").forward(request, response);
      case "/include" -> request.getRequestDispatcher("/elsewhere/x").include(request, response);
      case "/thread" -> {
        AsyncContext context = request.startAsync();
        context.start(() -> tellAndComplete(context));
      }
      case "/async" -> {
        AsyncContext context = request.startAsync();
        context.start(context::dispatch);
      }
      default -> response.sendError(404);
    }
  }
}
