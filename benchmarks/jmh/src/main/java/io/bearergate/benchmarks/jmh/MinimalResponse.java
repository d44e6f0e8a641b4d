package io.bearergate.benchmarks.jmh;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that an admitted request leaves alone: whatever is done to it fails. */
final class MinimalResponse extends HttpServletResponseWrapper {

  private static final HttpServletResponse NOTHING = Unknowing.of(HttpServletResponse.class);

  MinimalResponse() {
    super(NOTHING);
  }
}
