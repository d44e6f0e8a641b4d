package io.bearergate;

import io.bearergate.introspection.IntrospectionCache;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.sender.SeenProofs;
import java.time.InstantSource;

/**
 * What a gate remembers of requests and must know on every node of a cluster: by default each node
 * keeps it in its own memory. Immutable; the stores are thread-safe, and the caller's to close.
 *
 * @param seenProofs the DPoP proofs that were used (RFC 9449 §11.1); kept by each node alone, a
 *     proof is good once on each
 * @param revokedTokens what was revoked; kept by each node alone, it is revoked on one of them
 * @param introspectionCache what an issuer said of opaque tokens (RFC 7662); kept by each node
 *     alone, each asks for itself
 */
public record Stores(
    SeenProofs seenProofs, RevokedTokens revokedTokens, IntrospectionCache introspectionCache) {

  /** In this JVM's memory, within the bounds that each store names. */
  public static Stores inMemory(InstantSource clock) {
    return new Stores(
        SeenProofs.inMemory(clock), RevokedTokens.inMemory(clock), IntrospectionCache.inMemory());
  }

  /** The same with another store of proofs. */
  public Stores withSeenProofs(SeenProofs other) {
    return new Stores(other, revokedTokens, introspectionCache);
  }

  /** The same with another store of revocations. */
  public Stores withRevokedTokens(RevokedTokens other) {
    return new Stores(seenProofs, other, introspectionCache);
  }

  /** The same with another place for answers about opaque tokens. */
  public Stores withIntrospectionCache(IntrospectionCache other) {
    return new Stores(seenProofs, revokedTokens, other);
  }
}
