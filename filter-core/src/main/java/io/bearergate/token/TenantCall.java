package io.bearergate.token;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One question to the application about one issuer. It lasts as long as the thread that asks, also
 * when nobody waits for it any more: meanwhile that issuer is not asked about again. Thread-safe.
 */
final class TenantCall {

  private final String issuer;
  private final long startedAt;
  private final AtomicInteger running;
  private final @Nullable ClassLoader application;
  private final CompletableFuture<Standing> outcome = new CompletableFuture<>();
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  /**
   * @param startedAt in monotonic nanoseconds
   * @param running counts calls of its kind
   * @param application what the application's code finds its classes by
   */
  TenantCall(
      String issuer, long startedAt, AtomicInteger running, @Nullable ClassLoader application) {
    this.issuer = issuer;
    this.startedAt = startedAt;
    this.running = running;
    this.application = application;
  }

  String issuer() {
    return issuer;
  }

  /** In monotonic nanoseconds. */
  long startedAt() {
    return startedAt;
  }

  AtomicInteger running() {
    return running;
  }

  /** This thread asks now, as if it were the application's. */
  void enter() {
    Thread own = Thread.currentThread();
    own.setContextClassLoader(application);
    thread.set(own);
  }

  /** The application's code is left; the thread keeps nothing of it. */
  void leave() {
    thread.set(null);
    Thread.currentThread().setContextClassLoader(null);
  }

  /** Asks the application's code to stop. */
  void interrupt() {
    Thread asking = thread.get();
    if (asking != null) {
      asking.interrupt();
    }
  }

  /** Lets the waiters go. */
  void finish(Standing standing) {
    outcome.complete(standing);
  }

  /** Waits for the end; {@code otherwise} if that takes longer, or the wait is interrupted. */
  Standing await(Duration atMost, Standing otherwise) {
    try {
      return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise;
    } catch (ExecutionException | TimeoutException e) {
      return otherwise;
    }
  }
}
