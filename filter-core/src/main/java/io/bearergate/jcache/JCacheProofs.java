package io.bearergate.jcache;

import io.bearergate.sender.SeenProofs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;

/**
 * The DPoP proofs that any node of a cluster has seen (RFC 9449 §11.1), in a cache that all of them
 * share. Each node also remembers its own: its bounds hold before the cache is asked, so that the
 * cache never holds more than the nodes together may. Whatever ails the cache, a proof is then
 * vouched for by nobody, and no request waits longer than a bound. Thread-safe.
 */
@SuppressWarnings("exports") // whoever calls this has the module of Cache
public final class JCacheProofs implements SeenProofs, AutoCloseable {

  /** How long a request waits for the cache at most, unless another wait is given. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /** Clocks of nodes differ, and with them until when each would take a proof. */
  private static final Duration APART = Duration.ofMinutes(1);

  /** Any will do: that an entry is there is all. */
  private static final String SEEN = "1";

  private final Cache<String, String> cache;
  private final Duration kept;
  private final SeenProofs own;
  private final StoreCalls calls;
  private final Unanswered unanswered = new Unanswered();

  private JCacheProofs(Cache<String, String> cache, SeenProofs own, Duration longestWait) {
    this.cache = cache;
    this.kept = KeptFor.atLeast(cache);
    this.own = own;
    this.calls = new StoreCalls("proofs", longestWait);
  }

  /**
   * What to create the cache with; a provider's own configuration can be made of it. JSR-107 has no
   * word for eviction: a provider that evicts must be told not to ({@code docs/dpop.md}).
   *
   * @param lifetime of a proof, {@code config.sender().dpop().lifetime()}; entries live a minute
   *     longer
   */
  public static MutableConfiguration<String, String> configuration(Duration lifetime) {
    long seconds = lifetime.plus(APART).toSeconds() + 1;
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setExpiryPolicyFactory(
            CreatedExpiryPolicy.factoryOf(
                new javax.cache.expiry.Duration(TimeUnit.SECONDS, seconds)));
  }

  /**
   * Over {@code cache}, with the bounds of {@link SeenProofs#inMemory(InstantSource)} for each
   * node.
   *
   * @param cache for proofs alone; the caller's to close
   * @throws IllegalArgumentException if the cache never forgets
   */
  public static JCacheProofs over(Cache<String, String> cache, InstantSource clock) {
    return over(cache, SeenProofs.inMemory(clock), LONGEST_WAIT);
  }

  /**
   * The same with other bounds.
   *
   * @param own what this node remembers by itself
   * @param longestWait for one answer of the cache
   */
  public static JCacheProofs over(
      Cache<String, String> cache, SeenProofs own, Duration longestWait) {
    return new JCacheProofs(cache, own, longestWait);
  }

  @Override
  public void expect(Duration lifetime) {
    if (lifetime.compareTo(kept) > 0) {
      throw new IllegalArgumentException(
          "The cache %s may forget a proof after %d s, and one can be used for %d s.%s"
              .formatted(
                  cache.getName(), kept.toSeconds(), lifetime.toSeconds(), KeptFor.instead()));
    }
  }

  @Override
  public Use use(String keyThumbprint, String proofId, Duration lifetime) {
    expect(lifetime);
    Use here = own.use(keyThumbprint, proofId, lifetime);
    String entry = keyThumbprint + '.' + digest(proofId);
    if (here == Use.FIRST) {
      return ask(entry);
    }
    if (here == Use.REPLAYED && unanswered.has(entry)) { // ours alone, and nobody was let in by it
      Use use = ask(entry);
      unanswered.remove(entry);
      return use;
    }
    return here;
  }

  private Use ask(String entry) {
    try {
      boolean first = calls.make(() -> cache.putIfAbsent(entry, SEEN));
      return first ? Use.FIRST : Use.REPLAYED;
    } catch (RuntimeException | Error e) {
      unanswered.add(entry);
      throw e;
    }
  }

  /** Always 43 characters: a client chooses its ids, and not how much room they take. */
  private static String digest(String proofId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] octets = digest.digest(proofId.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** Ends the threads; the cache stays open. */
  @Override
  public void close() {
    calls.close();
  }
}
