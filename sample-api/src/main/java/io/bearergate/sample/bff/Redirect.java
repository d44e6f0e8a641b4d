package io.bearergate.sample.bff;

import jakarta.servlet.http.HttpServletResponse;

/** Sends a browser elsewhere, and keeps what it knows of here to itself (SC4). */
final class Redirect {

  private Redirect() {}

  static void to(String location, int status, HttpServletResponse response) {
    response.setStatus(status);
    response.setHeader("Location", location);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }
}
