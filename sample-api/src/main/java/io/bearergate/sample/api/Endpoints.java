package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;

/** Every endpoint of the API, and who may call it. */
public final class Endpoints {

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = "https://api.bearergate.test/notes";

  /** What the filter asks for, path by path. */
  public static final String RULES =
      """
      /public             open
      /api/whoami         token
      /api/profile        token
      /api/admin          scope admin
      GET  /api/notes     scope read:notes
      POST /api/notes     scope write:notes
      /**                 token
      """;

  private Endpoints() {}

  /** Puts the endpoints into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    add(context, "/public", new PublicServlet());
    add(context, "/api/whoami", new WhoAmIServlet());
    add(context, "/api/profile", new ProfileServlet());
    add(context, "/api/admin", new AdminServlet());
    add(context, "/api/notes", new NotesServlet(request -> Caller.of(request).name()));
  }

  private static void add(ServletContext context, String path, HttpServlet servlet) {
    context.addServlet(servlet.getClass().getSimpleName(), servlet).addMapping(path);
  }
}
