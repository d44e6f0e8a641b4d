package io.bearergate.jakarta;

import io.bearergate.sender.SeenProofs;
import java.time.Duration;

/**
 * The proofs that one filter has seen, in a store that others of its application use as well: a
 * request that passes two of them is no replay. On all nodes of a cluster a filter has one name.
 */
record ProofsOfFilter(SeenProofs all, String filterName) implements SeenProofs {

  @Override
  public Use use(String keyThumbprint, String proofId, Duration lifetime) {
    return all.use(keyThumbprint, filterName + ' ' + proofId, lifetime);
  }

  @Override
  public void expect(Duration lifetime) {
    all.expect(lifetime);
  }
}
