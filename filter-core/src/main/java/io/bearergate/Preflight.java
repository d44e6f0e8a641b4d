package io.bearergate;

import io.bearergate.http.RequestView;

/** A CORS preflight asks what may be asked, and never carries credentials (Fetch §3.2.2). */
final class Preflight {

  private Preflight() {}

  static boolean is(RequestView request) {
    return request.method().equals("OPTIONS")
        && names(request, "Origin")
        && names(request, "Access-Control-Request-Method");
  }

  private static boolean names(RequestView request, String header) {
    return request.headers(header).stream().anyMatch(value -> !value.isBlank());
  }
}
