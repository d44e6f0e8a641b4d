package io.bearergate.jcache;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls of a store that may hang, made on threads of ours: whoever asks waits a bounded time, and a
 * store that hangs holds so many threads and no more. JCache knows no time-outs. The threads are
 * daemons without a context class loader, and end when they have had nothing to do for a while.
 * Thread-safe.
 */
final class StoreCalls implements AutoCloseable {

  private static final int MOST_THREADS = 32;
  private static final int MOST_QUEUED = 256;
  private static final long IDLE_SECONDS = 10;
  private static final long MOST_CLOSING_SECONDS = 1;

  private final ThreadPoolExecutor threads;
  private final Duration longestWait;

  /** No answer, or no place to ask from, within the time there is. */
  static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer() {
      super(null, null, false, false); // one for each request while the store is dead
    }
  }

  StoreCalls(String name, Duration longestWait) {
    this.longestWait = longestWait;
    AtomicInteger started = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_QUEUED),
            task -> daemon("bearergate-" + name + "-" + started.incrementAndGet(), task));
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  /**
   * What {@code call} gives or throws.
   *
   * @throws NoAnswer if that takes too long, or as many calls as may be are waiting already
   */
  <T> T make(Callable<T> call) {
    Future<T> answer = begun(call);
    try {
      return answer.get(longestWait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer();
    } catch (TimeoutException e) {
      answer.cancel(true); // an answer that comes late is nobody's
      throw new NoAnswer();
    } catch (ExecutionException e) {
      throw unchecked(e);
    }
  }

  private <T> Future<T> begun(Callable<T> call) {
    try {
      return threads.submit(call);
    } catch (RejectedExecutionException e) { // full, or closed
      throw new NoAnswer();
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
  }

  /** Takes no more calls, interrupts those that run, and waits up to a second for their end. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      var unused = threads.awaitTermination(MOST_CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
