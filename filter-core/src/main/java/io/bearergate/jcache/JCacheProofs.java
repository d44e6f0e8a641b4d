package io.bearergate.jcache;

import io.bearergate.sender.SeenProofs;
import java.time.Duration;
import javax.cache.Cache;

/** The DPoP proofs that any node of a cluster has seen. Thread-safe. */
@SuppressWarnings("exports") // whoever calls this has the module of Cache
public final class JCacheProofs implements SeenProofs {

  private final Cache<String, Boolean> cache;

  /** Over a cache whose entries live as long as a proof does. */
  public JCacheProofs(Cache<String, Boolean> cache) {
    this.cache = cache;
  }

  @Override
  public Use use(String keyThumbprint, String proofId, Duration lifetime) {
    return cache.putIfAbsent(keyThumbprint + "." + proofId, true) ? Use.FIRST : Use.REPLAYED;
  }
}
