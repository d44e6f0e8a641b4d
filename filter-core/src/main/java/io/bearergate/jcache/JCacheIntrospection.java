package io.bearergate.jcache;

import io.bearergate.introspection.IntrospectionCache;
import java.time.Duration;
import java.util.Optional;
import javax.cache.Cache;

/**
 * What issuers said of opaque tokens, for all nodes of a cluster. A cache that fails, or does not
 * answer within half a second, knows nothing: the issuer is asked. Thread-safe.
 *
 * <p>Give the cache a {@code CreatedExpiryPolicy} of {@code introspection-cache}: an entry is of no
 * use after it, and JSR-107 has no lifetime by entry. Who may write to the cache can vouch for
 * tokens, and who may read it sees claims.
 */
@SuppressWarnings("exports") // whoever calls this has the module of Cache
public final class JCacheIntrospection implements IntrospectionCache, AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final Cache<String, String> cache;
  private final StoreCalls calls = new StoreCalls("introspection-cache", LONGEST_WAIT);

  private JCacheIntrospection(Cache<String, String> cache) {
    this.cache = cache;
  }

  /**
   * Over {@code cache}.
   *
   * @param cache for these answers alone; the caller's to close
   */
  public static JCacheIntrospection over(Cache<String, String> cache) {
    return new JCacheIntrospection(cache);
  }

  @Override
  public Optional<String> find(String key) {
    return calls.make(() -> Optional.ofNullable(cache.get(key)));
  }

  @Override
  public void keep(String key, String answer, Duration lasting) {
    calls.make(
        () -> {
          cache.put(key, answer);
          return true;
        });
  }

  /** Ends the threads; the cache stays open. */
  @Override
  public void close() {
    calls.close();
  }
}
