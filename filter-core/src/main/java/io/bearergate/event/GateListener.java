package io.bearergate.event;

import io.bearergate.rejection.Rejection;
import java.time.Duration;

/**
 * What happened, as it happens: be quick. {@link #admitted}, {@link #refused} and {@link
 * #verifiedTokenReused} come on the request's thread, the key events on the thread that fetches.
 * Nothing here carries a token or a claim. A listener that throws is logged once and ignored.
 * Implementations must be thread-safe.
 */
public interface GateListener {

  /** A listener that does nothing. */
  GateListener NONE = new GateListener() {};

  /** The same listener, save that what it throws is logged once and goes no further. */
  static GateListener guarded(GateListener listener) {
    return listener == NONE || listener instanceof GuardedListener
        ? listener
        : new GuardedListener(listener);
  }

  /** A request with a good token was let through; {@code took} is our share of the time. */
  default void admitted(Duration took) {}

  /** A request was turned away; {@code took} is our share of the time. */
  default void refused(Rejection.Reason reason, Duration took) {}

  /** A token met before was let pass without verifying it anew; its times and keys still hold. */
  default void verifiedTokenReused() {}

  /** A key set was fetched and is in use. */
  default void keysFetched(String issuer, int keys, Duration took) {}

  /** A key set could not be had; {@code cause} is a phrase of ours that names no token. */
  default void keysUnavailable(String issuer, String cause) {}
}
