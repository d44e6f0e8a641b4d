package io.bearergate.keys;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads of all issuers: one timer, which never waits for anything, and short-lived ones for
 * whatever may block. All are daemons named {@code bearergate-…} without a context class loader, so
 * that one which outlives {@link #close} in a system call does not name the web application.
 * Thread-safe.
 */
final class FetchThreads implements AutoCloseable {

  private static final long MOST_CLOSING_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** All that may live; one that has ended goes when the next is made. */
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> tracked("timer", task));
  private final AtomicLong started = new AtomicLong();
  private volatile boolean closed;

  FetchThreads() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Runs {@code task} on a thread of its own; false when closed. */
  boolean start(String name, Runnable task) {
    if (closed) {
      return false;
    }
    threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
    Thread thread = tracked(name + "-" + started.incrementAndGet(), task);
    boolean runs = false;
    try {
      thread.start();
      runs = true;
      return true;
    } finally {
      if (!runs) { // the system gave no more threads
        threads.remove(thread);
      }
    }
  }

  /** Runs {@code task}, which must not block, on the timer's thread. Ignored when closed. */
  Future<?> after(Duration delay, Runnable task) {
    try {
      return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(null);
    }
  }

  /**
   * Runs {@code task}, which must not block, again and again. What it throws ends it for this time
   * only: after an {@link OutOfMemoryError} memory may come back, and keys must be fetched then.
   */
  void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    try {
      // One entry for good: to make another takes memory, when there may be none.
      var unused =
          timer.scheduleWithFixedDelay(
              () -> thisTimeOnly(task), nanos, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed.
    }
  }

  private static void thisTimeOnly(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) { // else the timer would never run it again
      // Nobody is there to be told, and to tell takes memory.
    }
  }

  /** Ends the timer, takes no more work, and waits up to a second for what still runs. */
  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    long until = System.nanoTime() + MOST_CLOSING_NANOS;
    try {
      for (Thread thread : threads) {
        long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (millis > 0 && thread != Thread.currentThread()) {
          thread.join(millis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread tracked(String name, Runnable task) {
    Thread thread = daemon(name, task);
    threads.add(thread);
    return thread;
  }

  /** One that hands nothing of the web application on to threads that it starts in turn. */
  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, "bearergate-" + name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
