package io.bearergate.keys;

import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.event.KeyHealth.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener of every fetch, and the log of every change for the worse or the better: a
 * long outage is two warnings, not one a retry. Thread-safe.
 */
final class KeyEvents {

  private static final Logger LOG = System.getLogger("io.bearergate.keys");

  private final String issuer;
  private final GateListener listener;
  private final AtomicReference<@Nullable State> told = new AtomicReference<>();

  KeyEvents(String issuer, GateListener listener) {
    this.issuer = issuer;
    this.listener = GateListener.guarded(listener);
  }

  String issuer() {
    return issuer;
  }

  private boolean isNews(KeyHealth health) {
    return told.getAndSet(health.state()) != health.state();
  }

  void fetched(JwksDocument document, Duration took, KeyHealth health) {
    int keys = document.keys().size();
    boolean news = isNews(health);
    if (news) {
      LOG.log(
          Level.INFO, "Keys of {0}: {1} in use, fetched in {2} ms", issuer, keys, took.toMillis());
    }
    if (!document.unfit().isEmpty()) {
      LOG.log(Level.DEBUG, "Keys of {0} that are not used: {1}", issuer, document.unfit());
    }
    listener.keysFetched(issuer, keys, took);
    if (news) {
      listener.keysChanged(health);
    }
  }

  void failed(String cause, KeyHealth health) {
    boolean news = isNews(health);
    if (news) {
      boolean serving = health.state() == State.SERVING_OLD;
      String meanwhile = serving ? "older keys serve on" : "its tokens are answered with 503";
      LOG.log(Level.WARNING, "Keys of {0} cannot be had: {1}; {2}", issuer, cause, meanwhile);
    }
    listener.keysUnavailable(issuer, cause);
    if (news) {
      listener.keysChanged(health);
    }
  }

  /** For whoever looks into a failure; such messages may quote the issuer's host. */
  void detail(Exception failure) {
    LOG.log(Level.DEBUG, () -> "Fetching the keys of " + issuer + " failed", failure);
  }

  /** The old keys have become too old to serve. */
  void tooOld(KeyHealth health) {
    if (isNews(health)) {
      LOG.log(
          Level.WARNING,
          "Keys of {0} are too old to serve: its tokens are answered with 503",
          issuer);
      listener.keysChanged(health);
    }
  }

  /** Says so if some of the keys never verify, for there are too many to try. */
  void crowded(KeySet keys) {
    if (!keys.crowded().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Keys of {0}: more than {1} for {2} have the same kid or none; only the first {1} are tried",
          issuer,
          KeyLookup.MOST_KEYS,
          keys.crowded());
    }
  }
}
