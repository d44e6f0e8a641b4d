package io.bearergate.sample.playground;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where the playground is served: always the loopback address, never what a client claims. */
final class Origin {

  private Origin() {}

  static String authority(HttpServletRequest request) {
    return "127.0.0.1:" + request.getLocalPort();
  }

  static URI of(HttpServletRequest request) {
    return URI.create("http://" + authority(request) + "/");
  }
}
