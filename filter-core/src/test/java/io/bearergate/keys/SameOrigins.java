package io.bearergate.keys;

import java.net.URI;

/** Follows a redirect. */
final class SameOrigins implements Runnable {

  @Override
  public void run() {
    URI from = URI.create("https://issuer.example.com/keys");
    if (!Origin.isSame(from, from.resolve("/other"))) {
      throw new IllegalStateException("not the same origin");
    }
  }
}
