package io.bearergate.faults;

import static org.awaitility.Awaitility.await;

import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.faults.Tally.Sample;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Callers who come when they come, whether or not those before them were answered: requests leave
 * by a schedule made beforehand, each on a thread and a connection that is free or else new.
 * Thread-safe.
 */
final class OpenLoop {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final URI server;
  private final Plan plan;
  private final ExecutorService callers = Executors.newCachedThreadPool(OpenLoop::daemon);
  private final Queue<RawConnection> idle = new ConcurrentLinkedQueue<>();
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  private OpenLoop(URI server, Plan plan) {
    this.server = server;
    this.plan = plan;
    callers.execute(this::send);
  }

  /**
   * @param requests how many
   * @param every the time between two; zero sends all at once
   */
  record Plan(int requests, Duration every, IntFunction<RawRequest> nth) {

    static Plan steady(int perSecond, Duration length, IntFunction<RawRequest> nth) {
      int requests = Math.toIntExact(perSecond * length.toMillis() / 1000);
      return new Plan(requests, Duration.ofSeconds(1).dividedBy(perSecond), nth);
    }

    static Plan atOnce(int requests, IntFunction<RawRequest> nth) {
      return new Plan(requests, Duration.ZERO, nth);
    }
  }

  /** Begins to send. */
  static OpenLoop start(URI server, Plan plan) {
    return new OpenLoop(server, plan);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "open-loop");
    thread.setDaemon(true);
    return thread;
  }

  private void send() {
    long began = System.nanoTime();
    for (int i = 0; i < plan.requests; i++) {
      RawRequest request = plan.nth.apply(i);
      Duration at = plan.every.multipliedBy(i);
      awaitNanoTime(began + at.toNanos());
      callers.execute(() -> samples.add(call(request, at, began + at.toNanos())));
      sent.incrementAndGet();
    }
  }

  private static void awaitNanoTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Sample call(RawRequest request, Duration at, long due) {
    int status = status(request);
    return new Sample(at, Duration.ofNanos(System.nanoTime() - due), status);
  }

  private int status(RawRequest request) {
    RawConnection free = idle.poll();
    RawConnection connection = free != null ? free : RawConnection.to(server);
    try {
      int status = connection.send(request).status();
      idle.add(connection);
      return status;
    } catch (RuntimeException e) { // no answer, or none that is HTTP
      connection.close();
      return Tally.NONE;
    }
  }

  /** Waits until so many are on their way. */
  void awaitSent(int requests) {
    await().atMost(LONGEST).pollInterval(Duration.ofMillis(5)).until(() -> sent.get() >= requests);
  }

  /** What became of it, once the last is answered. Ends the loop. */
  Tally tally() {
    await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> samples.size() >= plan.requests);
    callers.shutdown();
    idle.forEach(RawConnection::close);
    return Tally.of(samples);
  }
}
