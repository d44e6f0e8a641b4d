package io.bearergate;

import io.bearergate.http.RequestView;

/** A CORS preflight asks what may be asked, and never carries credentials (Fetch §3.2.2). */
final class Preflight {

  private Preflight() {}

  static boolean is(RequestView request) {
    return request.method().equals("OPTIONS")
        && !request.headers("Origin").isEmpty()
        && !request.headers("Access-Control-Request-Method").isEmpty();
  }
}
