package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;

/** An API whose tokens are encrypted to it: nobody on the way reads who may open what. */
public final class VaultEndpoints {

  /** Where it is deployed. */
  public static final String CONTEXT_PATH = "/api/vault";

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = "urn:bearergate:vault";

  /** What the filter asks for, path by path below {@link #CONTEXT_PATH}. */
  public static final String RULES =
      """
      GET /      scope read:vault
      /**        deny
      """;

  private VaultEndpoints() {}

  /** Puts the endpoints into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    context.addServlet("VaultServlet", new VaultServlet()).addMapping("/*");
  }
}
