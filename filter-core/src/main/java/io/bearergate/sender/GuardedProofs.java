package io.bearergate.sender;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody else's store: whatever ails it, it vouches for no proof (RFC 9449 §11.1), and the log
 * says so when it begins.
 */
final class GuardedProofs implements SeenProofs {

  private static final System.Logger LOG = System.getLogger("io.bearergate.sender");

  private final SeenProofs store;
  private final AtomicBoolean failing = new AtomicBoolean();

  GuardedProofs(SeenProofs store) {
    this.store = store;
  }

  @Override
  public Use use(String keyThumbprint, String proofId, Duration lifetime) {
    try {
      Use use = Objects.requireNonNull(store.use(keyThumbprint, proofId, lifetime));
      failing.set(false);
      return use;
    } catch (RuntimeException | LinkageError e) {
      if (failing.compareAndSet(false, true)) {
        LOG.log(
            Level.WARNING,
            "SeenProofs threw "
                + e.getClass().getName()
                + "; until it works, requests with DPoP proofs are answered with 503");
      }
      return Use.UNAVAILABLE;
    }
  }
}
