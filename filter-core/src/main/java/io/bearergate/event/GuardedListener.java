package io.bearergate.event;

import io.bearergate.rejection.Rejection;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps what a listener throws away from requests and from the threads that fetch keys. */
final class GuardedListener implements GateListener {

  private static final System.Logger LOG = System.getLogger("io.bearergate.event");

  private final GateListener listener;
  private final AtomicBoolean logged = new AtomicBoolean();

  GuardedListener(GateListener listener) {
    this.listener = listener;
  }

  @Override
  public void admitted(Duration took) {
    guard(() -> listener.admitted(took));
  }

  @Override
  public void refused(Rejection.Reason reason, Duration took) {
    guard(() -> listener.refused(reason, took));
  }

  @Override
  public void verifiedTokenReused() {
    guard(listener::verifiedTokenReused);
  }

  @Override
  public void keysFetched(String issuer, int keys, Duration took) {
    guard(() -> listener.keysFetched(issuer, keys, took));
  }

  @Override
  public void keysUnavailable(String issuer, String cause) {
    guard(() -> listener.keysUnavailable(issuer, cause));
  }

  private void guard(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      if (logged.compareAndSet(false, true)) {
        LOG.log(
            Level.WARNING,
            "A GateListener threw "
                + e.getClass().getName()
                + "; this is said once, and events go on");
      }
    }
  }
}
