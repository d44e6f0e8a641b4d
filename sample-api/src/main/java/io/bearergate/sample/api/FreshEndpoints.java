package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;

/**
 * A part of the billing API that asks for a login of the last minutes (RFC 9470): it is told of the
 * login by the tokens of that API's profile.
 */
public final class FreshEndpoints {

  /** Where it is deployed. */
  public static final String CONTEXT_PATH = "/api/fresh";

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = BillingEndpoints.AUDIENCE;

  /** What the filter asks for, path by path below {@link #CONTEXT_PATH}. */
  public static final String RULES =
      """
      GET /      max-age 5m
      /**        deny
      """;

  private FreshEndpoints() {}

  /** Puts the endpoints into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    context.addServlet("WhoAmIServlet", new WhoAmIServlet()).addMapping("/*");
  }
}
