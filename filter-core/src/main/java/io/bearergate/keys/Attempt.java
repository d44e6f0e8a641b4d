package io.bearergate.keys;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One attempt to fetch an issuer's keys: what its waiters wait for, and how another thread ends it.
 * The fetching thread may hang where nothing reaches it (in a name look-up, say); the attempt is
 * over all the same when its time is up. Thread-safe.
 */
final class Attempt {

  /** Why the attempt began: the two have separate budgets. */
  enum Cause {
    TIMER,
    KEY_ID
  }

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Cause cause;
  private final long startedAt;
  private final FetchThreads threads;
  private final Consumer<Attempt> tooLate;
  private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
  private final AtomicReference<Runnable> disconnect = new AtomicReference<>(Attempt::nothing);
  private volatile Future<?> deadline = CompletableFuture.completedFuture(null);
  private volatile boolean over;

  /**
   * @param startedAt in monotonic nanoseconds
   * @param tooLate told on a thread of its own when the time that was allowed has passed
   */
  Attempt(Cause cause, long startedAt, FetchThreads threads, Consumer<Attempt> tooLate) {
    this.cause = cause;
    this.startedAt = startedAt;
    this.threads = threads;
    this.tooLate = tooLate;
  }

  private static void nothing() {}

  Cause cause() {
    return cause;
  }

  /** In monotonic nanoseconds. */
  long startedAt() {
    return startedAt;
  }

  /** From now on it may last {@code atMost}; whatever was allowed before counts no more. */
  void allow(Duration atMost) throws IOException {
    checkRunning();
    deadline.cancel(false);
    deadline = threads.after(atMost, this::timeIsUp); // only ever by the fetching thread
  }

  private void timeIsUp() {
    try {
      if (!over) {
        threads.start("cut", () -> tooLate.accept(this));
      }
    } catch (OutOfMemoryError e) { // what the JVM throws when the system gives it no thread
      var unused = threads.after(RETRY, this::timeIsUp);
    }
  }

  /** How to end the call that is being made now. */
  void disconnectBy(Runnable how) throws IOException {
    disconnect.set(how);
    if (over) {
      cut();
    }
    checkRunning();
  }

  private void checkRunning() throws IOException {
    if (over) {
      throw new InterruptedIOException("given up");
    }
  }

  /** Closes the connection under the fetching thread; may wait for that thread. */
  void cut() {
    over = true;
    deadline.cancel(false);
    disconnect();
  }

  /** Ends the call that is being made now, if any; once. */
  void disconnect() {
    disconnect.getAndSet(Attempt::nothing).run();
  }

  /** Lets the waiters go. */
  void finish(boolean good) {
    over = true;
    deadline.cancel(false);
    outcome.complete(good);
  }

  /** Waits for the end; true if there is a good key set since. False too when interrupted. */
  boolean await(Duration atMost) {
    try {
      return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
