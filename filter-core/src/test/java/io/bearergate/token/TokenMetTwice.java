package io.bearergate.token;

import java.util.Objects;

/** Looks a token up that is remembered. */
final class TokenMetTwice implements Runnable {

  @Override
  public void run() {
    if (!Objects.equals(TokenDigest.of("a.b.c", 0), TokenDigest.of("a.b.c", 0))) {
      throw new IllegalStateException("not the same token");
    }
  }
}
