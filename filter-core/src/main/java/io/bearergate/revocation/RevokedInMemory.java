package io.bearergate.revocation;

import io.bearergate.token.AccessToken;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Forgets a revocation when its time has run out and never before. To ask takes no lock, and while
 * nothing is revoked it makes no object either; to revoke takes one, held for a few look-ups.
 */
final class RevokedInMemory implements RevokedTokens {

  private static final System.Logger LOG = System.getLogger("io.bearergate.revocation");

  /** Objects and their places in map and tree: 250 to 300 on a 64-bit JVM. */
  private static final long BYTES_BESIDE_KEY = 320;

  private final InstantSource clock;
  private final Bounds bounds;
  private final Map<String, Held> live = new ConcurrentHashMap<>();
  private final TreeSet<Ending> byEnd = new TreeSet<>();
  private final AtomicLong bytes = new AtomicLong();

  RevokedInMemory(InstantSource clock, Bounds bounds) {
    this.clock = clock;
    this.bounds = bounds;
  }

  private record Held(Instant issuedBefore, Instant until) {}

  /** When a revocation may be forgotten. */
  private record Ending(Instant end, String key) implements Comparable<Ending> {
    @Override
    public int compareTo(Ending other) {
      int byEnd = end.compareTo(other.end);
      return byEnd != 0 ? byEnd : key.compareTo(other.key);
    }
  }

  @Override
  public boolean isRevoked(AccessToken token) {
    if (live.isEmpty()) {
      return false;
    }
    for (String key : Revocation.keysFor(token)) {
      Held held = live.get(key);
      if (held != null
          && Revocation.hits(held.issuedBefore(), token)
          && !clock.instant().isAfter(held.until())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public synchronized void revoke(Revocation what, Instant until) {
    forgetEnded(clock.instant());
    Held before = live.get(what.key());
    if (before == null) {
      begin(what, until);
    } else {
      Held after =
          new Held(later(before.issuedBefore(), what.issuedBefore()), later(before.until(), until));
      byEnd.remove(new Ending(before.until(), what.key()));
      hold(what.key(), after);
    }
  }

  private void begin(Revocation what, Instant until) {
    long size = size(what.key());
    if (live.size() >= bounds.revocations() || bytes.get() + size > bounds.bytes()) {
      LOG.log(
          Level.ERROR,
          "Tokens could not be revoked and are accepted until they expire: there is no room for"
              + " more than {0} revocations and {1} bytes",
          bounds.revocations(),
          bounds.bytes());
      throw new IllegalStateException("There is no room for another revocation");
    }
    bytes.addAndGet(size);
    hold(what.key(), new Held(what.issuedBefore(), until));
  }

  private void hold(String key, Held held) {
    live.put(key, held);
    byEnd.add(new Ending(held.until(), key));
  }

  /** At its very end a token would still be taken for current. */
  private void forgetEnded(Instant now) {
    while (!byEnd.isEmpty() && byEnd.first().end().isBefore(now)) {
      String key = byEnd.pollFirst().key();
      live.remove(key);
      bytes.addAndGet(-size(key));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static long size(String key) {
    return BYTES_BESIDE_KEY + 2L * key.length();
  }
}
