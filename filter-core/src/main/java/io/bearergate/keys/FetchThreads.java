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

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, task -> daemon("timer", task));
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
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
    Thread thread = daemon(name + "-" + started.incrementAndGet(), () -> runAndForget(task));
    running.add(thread);
    boolean begun = false;
    try {
      thread.start();
      begun = true;
    } finally {
      if (!begun) {
        running.remove(thread);
      }
    }
    return true;
  }

  private void runAndForget(Runnable task) {
    try {
      task.run();
    } finally {
      running.remove(Thread.currentThread());
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

  /** Runs {@code task}, which must neither block nor throw, again and again. */
  void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var unused = timer.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Ends the timer, takes no more work, and waits up to a second for what still runs. */
  @Override
  public void close() {
    closed = true;
    timer.shutdownNow();
    long until = System.nanoTime() + MOST_CLOSING_NANOS;
    try {
      timer.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      for (Thread thread : running) {
        long millis = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (millis > 0 && thread != Thread.currentThread()) {
          thread.join(millis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, "bearergate-" + name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
