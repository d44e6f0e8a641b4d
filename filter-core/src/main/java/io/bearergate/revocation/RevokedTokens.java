package io.bearergate.revocation;

import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Remembers which tokens are wanted no longer though they have not expired. Thread-safe; what is
 * revoked is revoked for every request that begins after {@link #revoke} has returned.
 */
public interface RevokedTokens {

  /**
   * Revokes tokens. To do it twice does no harm: the later instants count.
   *
   * @param until how long it must be remembered: no token that is meant may live longer, leeway and
   *     all
   * @throws IllegalStateException if there is no room or no store: nothing is revoked then, and
   *     nothing that was revoked before is forgotten
   */
  void revoke(Revocation what, Instant until);

  /**
   * Whether anything that was revoked hits {@code token}. Asked on every request, on its thread: a
   * store that may hang must bound its wait itself. An exception says that nobody knows: the
   * request is answered with 503.
   */
  boolean isRevoked(AccessToken token);

  /** In this JVM's memory: up to 200,000 revocations and 64 MiB. */
  static RevokedTokens inMemory(InstantSource clock) {
    return inMemory(clock, new Bounds(200_000, 64L << 20));
  }

  /** In this JVM's memory, within bounds. */
  static RevokedTokens inMemory(InstantSource clock, Bounds bounds) {
    return new RevokedInMemory(clock, bounds);
  }

  /**
   * How much is remembered at most; what is over it is not revoked.
   *
   * @param revocations that have not ended
   * @param bytes of memory, by estimate
   */
  record Bounds(int revocations, long bytes) {}
}
