package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;

/**
 * Transfers of money, for tokens of the billing API that were granted one (RFC 9396). The filter
 * sees to it that some transfer was granted; whether it is this one is compared here.
 */
public final class TransferEndpoints {

  /** Where it is deployed. */
  public static final String CONTEXT_PATH = "/api/transfers";

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = BillingEndpoints.AUDIENCE;

  /** What the filter asks for, path by path below {@link #CONTEXT_PATH}. */
  public static final String RULES =
      """
      POST /    authorization-details money_transfer
      /**       deny
      """;

  private TransferEndpoints() {}

  /** Puts the endpoint into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    context.addServlet("TransfersServlet", new TransfersServlet()).addMapping("/*");
  }
}
