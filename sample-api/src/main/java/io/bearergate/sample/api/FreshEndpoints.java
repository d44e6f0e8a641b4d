package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;

/**
 * For users who have just logged in (RFC 9470), with tokens of the billing API, which say when that
 * was (RFC 9068 §2.2.1); the notes API's do not.
 */
public final class FreshEndpoints {

  /** Where it is deployed. */
  public static final String CONTEXT_PATH = "/api/fresh";

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = BillingEndpoints.AUDIENCE;

  /** What the filter asks for, path by path below {@link #CONTEXT_PATH}. */
  public static final String RULES =
      """
      GET /    max-age 5m
      /**      deny
      """;

  private FreshEndpoints() {}

  /** Puts the endpoint into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    context.addServlet("WhoAmIServlet", new WhoAmIServlet()).addMapping("/*");
  }
}
