package io.bearergate;

import io.bearergate.sender.SeenProofs;
import java.time.InstantSource;

/**
 * What a gate remembers of requests and must know on every node of a cluster: by default each node
 * keeps it in its own memory. Immutable; the stores are thread-safe, and the caller's to close.
 *
 * @param seenProofs the DPoP proofs that were used (RFC 9449 §11.1); kept by each node alone, a
 *     proof is good once on each
 */
public record Stores(SeenProofs seenProofs) {

  /** In this JVM's memory, within the bounds that each store names. */
  public static Stores inMemory(InstantSource clock) {
    return new Stores(SeenProofs.inMemory(clock));
  }

  /** The same with another store of proofs. */
  public Stores withSeenProofs(SeenProofs other) {
    return new Stores(other);
  }
}
