package io.bearergate.jcache;

import io.bearergate.revocation.Revocation;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.token.AccessToken;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;

/**
 * What any node of a cluster has revoked, in a cache that all of them share and that is asked on
 * every request. Whatever ails the cache, nobody vouches for a token then, and no request waits
 * longer than a bound. Thread-safe.
 *
 * <p>Keys name issuers, sessions and users; values are two times. The cache must not evict: what it
 * forgets before its time is revoked no longer.
 */
@SuppressWarnings("exports") // whoever calls this has the module of Cache
public final class JCacheRevocations implements RevokedTokens, AutoCloseable {

  /** How long a request waits for the cache at most, unless another wait is given. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Other nodes may revoke the same at the same time. */
  private static final int MOST_TRIES = 10;

  private final Cache<String, String> cache;
  private final Duration kept;
  private final InstantSource clock;
  private final StoreCalls calls;

  private JCacheRevocations(
      Cache<String, String> cache, InstantSource clock, Duration longestWait) {
    this.cache = cache;
    this.kept = kept(cache);
    this.clock = clock;
    this.calls = new StoreCalls("revocations", longestWait);
  }

  /**
   * What to create the cache with; a provider's own configuration can be made of it.
   *
   * @param longest that anything has to be remembered: the longest life of a token, {@code leeway}
   *     and all
   */
  public static MutableConfiguration<String, String> configuration(Duration longest) {
    long seconds = longest.toSeconds() + 60; // clocks of nodes differ
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setExpiryPolicyFactory(
            ModifiedExpiryPolicy.factoryOf(
                new javax.cache.expiry.Duration(TimeUnit.SECONDS, seconds)));
  }

  /**
   * Over {@code cache}.
   *
   * @param cache for revocations alone; the caller's to close
   * @throws IllegalArgumentException if the cache does not say how long it keeps what is written
   */
  public static JCacheRevocations over(Cache<String, String> cache, InstantSource clock) {
    return over(cache, clock, LONGEST_WAIT);
  }

  /**
   * The same with another wait.
   *
   * @param longestWait for one answer of the cache
   */
  public static JCacheRevocations over(
      Cache<String, String> cache, InstantSource clock, Duration longestWait) {
    return new JCacheRevocations(cache, clock, longestWait);
  }

  /** One round trip to the cache, on a thread of ours. */
  @Override
  public boolean isRevoked(AccessToken token) {
    Set<String> keys = Set.copyOf(Revocation.keysFor(token));
    Instant now = clock.instant();
    for (String value : calls.make(() -> cache.getAll(keys)).values()) {
      Held held = Held.parse(value);
      if (!now.isAfter(held.until()) && Revocation.hits(held.issuedBefore(), token)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void revoke(Revocation what, Instant until) {
    if (clock.instant().plus(kept).isBefore(until)) {
      throw new IllegalStateException(
          "The cache keeps a revocation for %d s, which is too short. Create it with JCacheRevocations.configuration"
              .formatted(kept.toSeconds()));
    }
    Held held = new Held(what.issuedBefore(), until);
    boolean done = calls.make(() -> put(what.key(), held));
    if (!done) {
      throw new IllegalStateException("Others revoke the same all the time");
    }
  }

  private boolean put(String key, Held held) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String before = cache.get(key);
      boolean done =
          before == null
              ? cache.putIfAbsent(key, held.text())
              : cache.replace(key, before, held.with(Held.parse(before)).text());
      if (done) {
        return true;
      }
    }
    return false;
  }

  /** Ends the threads; the cache stays open. */
  @Override
  public void close() {
    calls.close();
  }

  /** The shorter of how long an entry lives once made, and once changed. */
  private static Duration kept(Cache<String, String> cache) {
    ExpiryPolicy policy = KeptFor.policy(cache);
    Duration made = span(policy.getExpiryForCreation());
    Duration changed = span(policy.getExpiryForUpdate());
    if (made.isZero() || changed.isZero() || policy.getExpiryForAccess() != null) {
      throw new IllegalArgumentException(
          "The cache "
              + cache.getName()
              + " does not keep revocations from when they are written. Create it with"
              + " JCacheRevocations.configuration(longest life of a token)");
    }
    return made.compareTo(changed) < 0 ? made : changed;
  }

  /** A hundred years stand for ever. */
  private static Duration span(javax.cache.expiry.Duration kept) {
    if (kept == null) { // an update that leaves the end where it was
      return Duration.ZERO;
    }
    return kept.isEternal() ? Duration.ofDays(36_500) : KeptFor.span(kept);
  }

  /** As text, which every provider carries: two times. */
  private record Held(Instant issuedBefore, Instant until) {

    /** What is no such text is for nobody to judge by: an exception. */
    static Held parse(String text) {
      int space = text.indexOf(' ');
      try {
        return new Held(
            Instant.parse(text.substring(0, Math.max(0, space))),
            Instant.parse(text.substring(space + 1)));
      } catch (DateTimeException e) {
        throw new IllegalStateException("The cache holds something else than revocations", e);
      }
    }

    Held with(Held other) {
      return new Held(later(issuedBefore, other.issuedBefore), later(until, other.until));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }

    String text() {
      return issuedBefore + " " + until;
    }
  }
}
