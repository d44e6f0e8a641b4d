package io.bearergate.keys;

import io.bearergate.event.KeyHealth;
import io.bearergate.keys.Attempt.Cause;
import io.bearergate.keys.KeySetState.Held;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one issuer's key set fresh: decides when to fetch, runs at most one fetch at a time, and
 * swaps its result in. A fetch that fails, or brings no usable key, changes nothing but the time of
 * the next. Thread-safe; nothing here waits except the fetching threads.
 */
final class KeyRefresh {

  /** Threads that may hang where nothing reaches them, in a name look-up say, before we stop. */
  private static final int MOST_RUNNING = 4;

  private final JwksRules rules;
  private final JwksFetch remote;
  private final Shared shared;
  private final KeyEvents events;
  private final FetchSchedule schedule;
  private final AtomicReference<KeySetState> state;
  private final AtomicInteger running = new AtomicInteger();
  private final CompletableFuture<Boolean> firstKeys = new CompletableFuture<>();
  private volatile boolean closed;

  KeyRefresh(JwksRules rules, JwksFetch remote, Shared shared, KeyEvents events) {
    this.rules = rules;
    this.remote = remote;
    this.shared = shared;
    this.events = events;
    this.schedule = new FetchSchedule(rules.refresh(), shared.random());
    this.state = new AtomicReference<>(KeySetState.empty(now()));
  }

  private long now() {
    return shared.nanoClock().getAsLong();
  }

  KeySetState state() {
    return Objects.requireNonNull(state.get());
  }

  /** Completed by the first good set. */
  CompletableFuture<Boolean> firstKeys() {
    return firstKeys;
  }

  /** Fetches if it is time to. Neither blocks nor throws. */
  void tick() {
    KeySetState seen = state();
    if (seen.timerIsDue(now())) {
      begin(seen, Cause.TIMER);
    }
    KeyHealth health = health();
    if (seen.held() != null && health.state() == KeyHealth.State.NO_KEYS) {
      events.tooOld(health);
    }
  }

  /**
   * The state, with the fetch in flight that a token with no fitting key may wait for: the one that
   * runs already, or else a new one, if the cooldown allows it. Null if {@code seen} is no longer
   * the state: the key may have come meanwhile.
   */
  @Nullable KeySetState joined(KeySetState seen) {
    return seen.keyIdIsDue(now()) ? begin(seen, Cause.KEY_ID) : seen;
  }

  KeyHealth health() {
    return health(state());
  }

  private KeyHealth health(KeySetState at) {
    return at.health(events.issuer(), now(), rules.maxStale());
  }

  private @Nullable KeySetState begin(KeySetState seen, Cause cause) {
    Attempt attempt = new Attempt(cause, now(), shared.threads(), this::tooLate);
    KeySetState next = seen.started(attempt, rules.cooldown());
    if (!state.compareAndSet(seen, next)) {
      return null;
    }
    launch(attempt);
    return next;
  }

  private void launch(Attempt attempt) {
    if (closed || running.get() >= MOST_RUNNING) {
      failed(attempt, "earlier fetches still hang");
      return;
    }
    try {
      if (!shared.threads().start("keys", () -> run(attempt))) {
        failed(attempt, "closed");
      }
    } catch (OutOfMemoryError e) { // what the JVM throws when the system gives it no thread
      failed(attempt, "the system gives no more threads");
    }
  }

  private void run(Attempt attempt) {
    running.incrementAndGet();
    try {
      fetch(attempt);
    } finally {
      running.decrementAndGet();
      failed(attempt, "the fetch broke off"); // nothing, if it ended in any other way
    }
  }

  private void fetch(Attempt attempt) {
    try {
      succeeded(attempt, remote.fetch(attempt));
    } catch (BadAnswer e) {
      failed(attempt, "the key set " + e.getMessage(), e.retryAfter().orElse(Duration.ZERO));
    } catch (SSLException e) {
      events.detail(e);
      failed(
          attempt,
          "TLS with the issuer fails ("
              + e.getClass().getSimpleName()
              + "): see its host name, trust-store and key-store");
    } catch (IOException e) {
      events.detail(e);
      failed(attempt, "the issuer cannot be reached (" + e.getClass().getSimpleName() + ")");
    } catch (RuntimeException e) {
      events.detail(e);
      failed(attempt, "the fetch failed (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void succeeded(Attempt attempt, JwksFetch.Fetched fetched) {
    KeySetState seen = state();
    long now = now();
    Duration took = Duration.ofNanos(now - attempt.startedAt());
    KeySet keys = renewed(seen.held(), fetched.document());
    Held held = new Held(keys, attempt.startedAt(), took, new AbsentKeys());
    KeySetState next =
        seen.succeeded(held, now + schedule.afterSuccess(fetched.freshFor()).toNanos());
    if (seen.attempt() == attempt && state.compareAndSet(seen, next)) {
      firstKeys.complete(true);
      attempt.finish(true);
      events.fetched(fetched.document(), took, health(next));
      if (seen.held() == null || seen.held().keys() != keys) {
        events.crowded(keys);
      }
    }
  }

  /** The same set, generation and all, if the issuer published nothing new. */
  private KeySet renewed(@Nullable Held held, JwksDocument document) {
    long generation = shared.generations().incrementAndGet();
    KeySet fresh = new KeySet(document.keys(), KeySet.KeyIds.MATCHED, generation);
    return held != null && held.keys().sameKeysAs(fresh) ? held.keys() : fresh;
  }

  private void tooLate(Attempt attempt) {
    try {
      failed(attempt, "the issuer took too long to answer");
    } finally {
      attempt.cut();
    }
  }

  private void failed(Attempt attempt, String cause) {
    failed(attempt, cause, Duration.ZERO);
  }

  private void failed(Attempt attempt, String cause, Duration retryAfter) {
    KeySetState seen = state();
    long nextAt = now() + schedule.afterFailure(seen.failures() + 1, retryAfter).toNanos();
    KeySetState next = seen.failed(attempt.cause(), nextAt);
    if (seen.attempt() == attempt && state.compareAndSet(seen, next)) {
      attempt.finish(false);
      if (!closed) {
        events.failed(cause, health(next));
      }
    }
  }

  /** Ends a fetch in flight; what is held serves on until it is too old. */
  void close() {
    closed = true;
    firstKeys.complete(false);
    Attempt attempt = state().attempt();
    if (attempt != null) {
      shared.threads().start("cut", () -> tooLate(attempt));
    }
  }
}
