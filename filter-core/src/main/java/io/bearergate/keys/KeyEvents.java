package io.bearergate.keys;

import io.bearergate.event.GateListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells the listener of every fetch, and the log of every change for the worse or the better: a
 * long outage is two warnings, not one a retry. Thread-safe.
 */
final class KeyEvents {

  private enum Health {
    UNKNOWN,
    GOOD,
    SERVING_OLD,
    NO_KEYS
  }

  private static final Logger LOG = System.getLogger("io.bearergate.keys");

  private final String issuer;
  private final GateListener listener;
  private final AtomicReference<Health> health = new AtomicReference<>(Health.UNKNOWN);

  KeyEvents(String issuer, GateListener listener) {
    this.issuer = issuer;
    this.listener = GateListener.guarded(listener);
  }

  void fetched(JwksDocument document, Duration took) {
    int keys = document.keys().size();
    Health before = health.getAndSet(Health.GOOD);
    if (before != Health.GOOD) {
      LOG.log(
          Level.INFO, "Keys of {0}: {1} in use, fetched in {2} ms", issuer, keys, took.toMillis());
    }
    if (!document.unfit().isEmpty()) {
      LOG.log(Level.DEBUG, "Keys of {0} that are not used: {1}", issuer, document.unfit());
    }
    listener.keysFetched(issuer, keys, took);
  }

  /**
   * @param serving whether older keys still serve
   */
  void failed(String cause, boolean serving) {
    Health now = serving ? Health.SERVING_OLD : Health.NO_KEYS;
    if (health.getAndSet(now) != now) {
      String meanwhile = serving ? "older keys serve on" : "its tokens are answered with 503";
      LOG.log(Level.WARNING, "Keys of {0} cannot be had: {1}; {2}", issuer, cause, meanwhile);
    }
    listener.keysUnavailable(issuer, cause);
  }

  /** For whoever looks into a failure; such messages may quote the issuer's host. */
  void detail(Exception failure) {
    LOG.log(Level.DEBUG, () -> "Fetching the keys of " + issuer + " failed", failure);
  }

  /** The old keys have become too old to serve. */
  void tooOld() {
    if (health.compareAndSet(Health.SERVING_OLD, Health.NO_KEYS)) {
      LOG.log(
          Level.WARNING,
          "Keys of {0} are too old to serve: its tokens are answered with 503",
          issuer);
    }
  }
}
