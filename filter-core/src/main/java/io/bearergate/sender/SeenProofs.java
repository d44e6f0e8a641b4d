package io.bearergate.sender;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Remembers which DPoP proofs were used, so that each is good for one request (RFC 9449 §11.1).
 * Thread-safe, and atomic: of several uses of one proof at the same time, one is the first.
 */
public interface SeenProofs {

  /** What became of a use. */
  enum Use {
    /** Never seen: the one use it is good for. */
    FIRST,
    /** Seen before. */
    REPLAYED,
    /** The key has more live proofs than one key may have. */
    TOO_MANY_OF_KEY,
    /** Full or dead. To forget a live proof instead would let it be replayed. */
    UNAVAILABLE
  }

  /**
   * Notes that a proof is used. An exception counts as {@link Use#UNAVAILABLE}. Asked on the
   * request's thread: a store that may hang must bound its wait itself.
   *
   * @param keyThumbprint whose proof, 43 characters
   * @param proofId its {@code jti}, 1 to 256 characters; before it the name of the filter and a
   *     blank where filters of an application share the store
   * @param lifetime how long it must be remembered, from now
   */
  Use use(String keyThumbprint, String proofId, Duration lifetime);

  /**
   * Told by each gate that is to use it, before it is opened, how long its proofs can be used.
   *
   * @throws IllegalArgumentException if they cannot be remembered so long: the gate is not opened
   */
  default void expect(Duration lifetime) {}

  /** In this JVM's memory: up to a million proofs, 256 MiB, and 10,000 of any one key. */
  static SeenProofs inMemory(InstantSource clock) {
    return inMemory(clock, new Bounds(1_000_000, 256L << 20, 10_000));
  }

  /** In this JVM's memory, within bounds. */
  static SeenProofs inMemory(InstantSource clock, Bounds bounds) {
    return new ProofsInMemory(clock, bounds);
  }

  /**
   * How much is remembered at most.
   *
   * @param proofs live ones, of all keys
   * @param bytes of memory, by estimate
   * @param proofsOfKey live ones of any one key
   */
  record Bounds(int proofs, long bytes, int proofsOfKey) {}
}
