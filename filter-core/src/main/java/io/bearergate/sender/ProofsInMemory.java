package io.bearergate.sender;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Forgets a proof when its time has run out and never before. One lock, held for a few look-ups:
 * nothing waits under it.
 */
final class ProofsInMemory implements SeenProofs {

  /** Objects, table slots and the key's thumbprint: 250 to 300 on a 64-bit JVM. */
  private static final long BYTES_BESIDE_ID = 320;

  private final InstantSource clock;
  private final Bounds bounds;
  private final Set<Proof> live = new HashSet<>();
  private final Queue<Ending> byEnd = new PriorityQueue<>();
  private final Map<String, Integer> ofKey = new HashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  ProofsInMemory(InstantSource clock, Bounds bounds) {
    this.clock = clock;
    this.bounds = bounds;
  }

  /**
   * A key's thumbprint and a {@code jti}: another key may use the same one. Comparable, so that a
   * table looks up those of one hash quickly too: a client chooses its ids.
   */
  private record Proof(String key, String id) implements Comparable<Proof> {
    @Override
    public int compareTo(Proof other) {
      int byId = id.compareTo(other.id);
      return byId != 0 ? byId : key.compareTo(other.key);
    }

    /** By hand: the one that a record is given holds our class loader for good on JDK 17. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Proof that && id.equals(that.id) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return 31 * key.hashCode() + id.hashCode();
    }

    long size() {
      return BYTES_BESIDE_ID + 2L * id.length();
    }
  }

  /** When a proof may be forgotten. */
  private record Ending(Instant end, Proof proof) implements Comparable<Ending> {
    @Override
    public int compareTo(Ending other) {
      return end.compareTo(other.end);
    }
  }

  @Override
  public synchronized Use use(String keyThumbprint, String proofId, Duration lifetime) {
    Instant now = clock.instant();
    forgetEnded(now);
    Proof proof = new Proof(keyThumbprint, proofId);
    if (live.contains(proof)) {
      return Use.REPLAYED;
    }
    if (ofKey.getOrDefault(keyThumbprint, 0) >= bounds.proofsOfKey()) {
      return Use.TOO_MANY_OF_KEY;
    }
    if (live.size() >= bounds.proofs() || bytes.get() + proof.size() > bounds.bytes()) {
      return Use.UNAVAILABLE;
    }
    remember(proof, now.plus(lifetime));
    return Use.FIRST;
  }

  private void remember(Proof proof, Instant end) {
    live.add(proof);
    byEnd.add(new Ending(end, proof));
    ofKey.merge(proof.key(), 1, Integer::sum);
    bytes.addAndGet(proof.size());
  }

  /** At its very end a proof would still be taken for current. */
  private void forgetEnded(Instant now) {
    for (Ending first = byEnd.peek();
        first != null && first.end().isBefore(now);
        first = byEnd.peek()) {
      byEnd.remove();
      live.remove(first.proof());
      ofKey.computeIfPresent(first.proof().key(), (key, count) -> count == 1 ? null : count - 1);
      bytes.addAndGet(-first.proof().size());
    }
  }
}
