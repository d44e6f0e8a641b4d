package io.bearergate.sender;

import java.time.Duration;
import java.time.InstantSource;

/** Replays a proof. */
final class ProofMetTwice implements Runnable {

  @Override
  public void run() {
    SeenProofs seen = SeenProofs.inMemory(InstantSource.system());
    seen.use("key", "proof", Duration.ofMinutes(1));
    if (seen.use("key", "proof", Duration.ofMinutes(1)) != SeenProofs.Use.REPLAYED) {
      throw new IllegalStateException("not the same proof");
    }
  }
}
