package io.bearergate.jcache;

import io.bearergate.introspection.IntrospectionCache;
import java.time.Duration;
import java.util.Optional;
import javax.cache.Cache;

/**
 * What issuers said of opaque tokens, for all nodes of a cluster. Thread-safe.
 *
 * <p>Give the cache a {@code CreatedExpiryPolicy} of {@code introspection-cache}: an entry is of no
 * use after it, and JSR-107 has no lifetime by entry. Who may write to the cache can vouch for
 * tokens, and who may read it sees claims.
 */
@SuppressWarnings("exports") // whoever calls this has the module of Cache
public final class JCacheIntrospection implements IntrospectionCache {

  private final Cache<String, String> cache;

  /** Over a cache whose entries live as long as {@code introspection-cache} says. */
  public JCacheIntrospection(Cache<String, String> cache) {
    this.cache = cache;
  }

  @Override
  public Optional<String> find(String key) {
    return Optional.ofNullable(cache.get(key));
  }

  @Override
  public void keep(String key, String answer, Duration lasting) {
    cache.put(key, answer);
  }
}
