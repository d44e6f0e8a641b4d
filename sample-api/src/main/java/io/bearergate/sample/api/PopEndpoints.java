package io.bearergate.sample.api;

import jakarta.servlet.ServletContext;

/** An API whose tokens are good only in the hands of whoever they were issued to. */
public final class PopEndpoints {

  /** Where it is deployed. */
  public static final String CONTEXT_PATH = "/api/pop";

  /** Where it is deployed a second time, to be called with a nonce (RFC 9449 §9). */
  public static final String NONCE_CONTEXT_PATH = "/api/nonce";

  /** The identifier of this API: the {@code aud} of tokens meant for it. */
  public static final String AUDIENCE = "https://api.bearergate.test/pop";

  /** What the filter asks for, path by path below either context path. */
  public static final String RULES =
      """
      GET /**    scope read:pop, sender-constrained
      """;

  private PopEndpoints() {}

  /** Puts the endpoints into a web application that is being set up. */
  public static void addTo(ServletContext context) {
    context.addServlet("PopServlet", new PopServlet()).addMapping("/*");
  }
}
