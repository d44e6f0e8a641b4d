package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;

/** A second API, with an audience of its own: the notes API's tokens do not open it. */
public final class BillingEndpoints {

  /** Where it is deployed. */
  public static final String CONTEXT_PATH = "/api/billing";

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = "https://api.bearergate.test/billing";

  /** What the filter asks for, path by path below {@link #CONTEXT_PATH}. */
  public static final String RULES =
      """
      GET /bills    scope read:bills
      /**           deny
      """;

  private BillingEndpoints() {}

  /** Puts the endpoints into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    context.addServlet("BillsServlet", new BillsServlet()).addMapping("/bills");
  }
}
