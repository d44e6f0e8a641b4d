package io.bearergate.introspection;

import io.bearergate.keys.PostOutcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether the issuer answers questions about tokens of one kind. While it does not, one call at a
 * time tries again, after 1 s, 2 s, 4 s … 30 s. A refusal in HTTP may be due to the one token, so
 * it takes two in a row about different ones. Told to the log when it begins and when it ends, not
 * once a call. Times are monotonic nanoseconds. Thread-safe.
 */
final class Outage {

  private static final Logger LOG = System.getLogger("io.bearergate.introspection");
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** For how long the one call that tries again keeps all others away. */
  private static final Duration TRYING = Duration.ofSeconds(5);

  private final String issuer;
  private final String tokens;

  /** Null while it answers. */
  private final AtomicReference<@Nullable At> at = new AtomicReference<>();

  /** The token that was refused last, if nothing was answered since. */
  private final AtomicReference<@Nullable String> refused = new AtomicReference<>();

  private record At(int failures, long since, long until) {}

  /**
   * At {@code issuer}.
   *
   * @param tokens which, in words for the log
   */
  Outage(String issuer, String tokens) {
    this.issuer = issuer;
    this.tokens = tokens;
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
    refused.set(null);
    if (at.get() != null && at.getAndSet(null) != null) {
      LOG.log(
          Level.INFO, "Introspection at {0} answers again: {1} are asked about", issuer, tokens);
    }
  }

  /**
   * A call failed. Those that began before the last failure was noted count with it as one.
   *
   * @param key of the token it was about
   */
  void failed(PostOutcome.Failed failure, String key, long startedAt, long now) {
    boolean sameToken = failure.answered() && isNoOther(key);
    At seen = at.get();
    boolean noted = seen == null ? sameToken : startedAt - seen.since < 0;
    if (noted) {
      return;
    }
    int failures = seen == null ? 0 : seen.failures;
    Duration wait = longer(Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS)), failure);
    At next = new At(failures + (sameToken ? 0 : 1), now, now + wait.toNanos());
    if (at.compareAndSet(seen, next) && seen == null) {
      LOG.log(
          Level.WARNING,
          "Introspection at {0} fails: {1}; {2} are answered with 503",
          issuer,
          failure.why(),
          tokens);
    }
  }

  private boolean isNoOther(String key) {
    String last = refused.getAndSet(key);
    return last == null || last.equals(key);
  }

  private static Duration longer(Duration own, PostOutcome.Failed failure) {
    Duration wait = own.compareTo(failure.retryAfter()) < 0 ? failure.retryAfter() : own;
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
