package io.bearergate.benchmarks.http.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The application: a small JSON document, the same for everybody. */
public final class Greeting extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** What a request that was let through is answered with. */
  public static final String BODY = "{\"orders\":[{\"id\":1,\"state\":\"shipped\"}]}";

  private static final byte[] OCTETS = BODY.getBytes(StandardCharsets.US_ASCII);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response.setContentLength(OCTETS.length);
    response.getOutputStream().write(OCTETS);
  }
}
