package io.bearergate.introspection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether the issuer answers. While it does not, one call at a time tries again, after 1 s, 2 s, 4
 * s … 30 s. Told to the log when it begins and when it ends, not once a call. Times are monotonic
 * nanoseconds. Thread-safe.
 */
final class Outage {

  private static final Logger LOG = System.getLogger("io.bearergate.introspection");
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** For how long the one call that tries again keeps all others away. */
  private static final Duration TRYING = Duration.ofSeconds(5);

  private final String issuer;

  /** Null while it answers. */
  private final AtomicReference<@Nullable At> at = new AtomicReference<>();

  private record At(int failures, long since, long until) {}

  Outage(String issuer) {
    this.issuer = issuer;
  }

  boolean isOn() {
    return at.get() != null;
  }

  /** Whether no call may begin yet; asking changes nothing. */
  boolean forbids(long now) {
    At seen = at.get();
    return seen != null && now - seen.until < 0;
  }

  /** Whether a call may begin; whoever is told so during an outage must make it. */
  boolean permits(long now) {
    At seen = at.get();
    if (seen == null) {
      return true;
    }
    At tried = new At(seen.failures, seen.since, now + TRYING.toNanos());
    return now - seen.until >= 0 && at.compareAndSet(seen, tried);
  }

  /** How long it is until a call may begin, in whole seconds; at least one. */
  Duration left(long now) {
    At seen = at.get();
    long nanos = seen == null ? 0 : seen.until - now;
    return Duration.ofSeconds(Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds()));
  }

  void ended() {
    if (at.getAndSet(null) != null) {
      LOG.log(Level.INFO, "Introspection at {0} answers again", issuer);
    }
  }

  /**
   * A call failed. Those that began before the last failure was noted count with it as one.
   *
   * @param retryAfter what the issuer wants
   */
  void failed(String why, long startedAt, long now, Duration retryAfter) {
    At seen = at.get();
    int failures = seen == null ? 0 : seen.failures;
    if (seen != null && startedAt - seen.since < 0) {
      return;
    }
    Duration own = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration wait = own.compareTo(retryAfter) < 0 ? retryAfter : own;
    Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    At next = new At(failures + 1, now, now + bounded.toNanos());
    if (at.compareAndSet(seen, next) && seen == null) {
      LOG.log(
          Level.WARNING,
          "Introspection at {0} fails: {1}; tokens that it would be asked about are answered with 503",
          issuer,
          why);
    }
  }
}
