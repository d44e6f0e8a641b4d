package io.bearergate.token;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the log when the application cannot say whom to believe: at most once a minute, since a
 * stranger can cause it. No issuer is named, as anybody may have made it up. Thread-safe.
 */
final class TenantEvents {

  private static final Logger LOG = System.getLogger("io.bearergate.token");
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final AtomicLong failureToldAt;
  private final AtomicLong crowdToldAt;

  TenantEvents(long now) {
    this.failureToldAt = new AtomicLong(now - MINUTE);
    this.crowdToldAt = new AtomicLong(now - MINUTE);
  }

  private static boolean mayTell(AtomicLong toldAt, long now) {
    long last = toldAt.get();
    return now - last >= MINUTE && toldAt.compareAndSet(last, now);
  }

  /**
   * An issuer could not be found out about.
   *
   * @param problem a phrase of ours or of the settings; nothing of a token
   */
  void failed(String problem, long now) {
    if (mayTell(failureToldAt, now)) {
      LOG.log(
          Level.WARNING,
          "The IssuerResolver cannot say of an issuer whether to believe it: {0}. Its tokens are answered"
              + " with 503; this is told once a minute at most",
          problem);
    }
  }

  /** One that may still be in use had to go. */
  void crowded(int most, long now) {
    if (mayTell(crowdToldAt, now)) {
      LOG.log(
          Level.WARNING,
          "More issuers are in use than max-tenants ({0}) lets be kept: each new one takes the place of"
              + " the one used longest ago",
          most);
    }
  }
}
