package io.bearergate.sender;

import io.bearergate.event.RareWarning;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Somebody else's store: whatever ails it, it vouches for no proof (RFC 9449 §11.1), and the log
 * says so once a minute.
 */
final class GuardedProofs implements SeenProofs {

  private static final System.Logger LOG = System.getLogger("io.bearergate.sender");

  private final SeenProofs store;
  private final RareWarning warning;

  /**
   * @param nanoClock monotonic nanoseconds
   */
  GuardedProofs(SeenProofs store, LongSupplier nanoClock) {
    this.store = store;
    this.warning = new RareWarning(LOG, nanoClock);
  }

  @Override
  public Use use(String keyThumbprint, String proofId, Duration lifetime) {
    try {
      return Objects.requireNonNull(store.use(keyThumbprint, proofId, lifetime));
    } catch (RuntimeException | LinkageError e) {
      warning.tell(
          "SeenProofs threw "
              + e.getClass().getName()
              + "; while it does, requests with DPoP proofs are answered with 503. This is told once"
              + " a minute");
      return Use.UNAVAILABLE;
    }
  }
}
