package io.bearergate.contract.servers.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Goes on without the request's thread, in the way that the end of the path says. */
public final class AsyncWays extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** For web.xml. */
  public AsyncWays() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      Tell.write("again", request, response.getWriter());
      return;
    }
    String way = request.getPathInfo();
    AsyncContext context =
        way.startsWith("/plain") ? request.startAsync() : request.startAsync(request, response);
    context.setTimeout(way.endsWith("/late") ? 200 : 20_000);
    if (way.endsWith("/again")) {
      context.start(context::dispatch);
    } else if (way.endsWith("/other")) {
      context.start(() -> context.dispatch("/api/admin"));
    } else if (way.endsWith("/complete")) {
      context.start(() -> finish("worker", context));
    } else {
      context.addListener(new Late());
    }
  }

  static void finish(String endpoint, AsyncContext context) {
    try {
      HttpServletRequest inside = (HttpServletRequest) context.getRequest();
      Tell.write(endpoint, inside, context.getResponse().getWriter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      context.complete();
    }
  }
}
