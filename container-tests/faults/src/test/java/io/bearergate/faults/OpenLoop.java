package io.bearergate.faults;

import io.bearergate.faults.Tally.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Callers who come when they come, whether or not those before them were answered: requests leave
 * by a schedule made beforehand. Has connections of its own. Thread-safe.
 */
final class OpenLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> done;

  private OpenLoop(Plan plan) {
    CompletableFuture<CompletableFuture<?>[]> sent = new CompletableFuture<>();
    Thread sender = new Thread(() -> sent.complete(send(plan)), "open-loop");
    sender.setDaemon(true);
    sender.start();
    this.done = sent.thenCompose(CompletableFuture::allOf);
  }

  /**
   * @param requests how many
   * @param every the time between two; zero sends all at once
   */
  private record Plan(int requests, Duration every, IntFunction<HttpRequest> nth) {}

  /** Begins to send, at a steady rate. */
  static OpenLoop start(int perSecond, Duration length, IntFunction<HttpRequest> nth) {
    int requests = Math.toIntExact(perSecond * length.toMillis() / 1000);
    return new OpenLoop(new Plan(requests, Duration.ofSeconds(1).dividedBy(perSecond), nth));
  }

  /** Sends all at one moment. */
  static OpenLoop burst(int requests, IntFunction<HttpRequest> nth) {
    return new OpenLoop(new Plan(requests, Duration.ZERO, nth));
  }

  /** A request; the token may be empty for none. */
  static HttpRequest get(URI target, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
    return token.isEmpty()
        ? request.build()
        : request.header("Authorization", "Bearer " + token).build();
  }

  private CompletableFuture<?>[] send(Plan plan) {
    CompletableFuture<?>[] calls = new CompletableFuture<?>[plan.requests];
    long began = System.nanoTime();
    for (int i = 0; i < plan.requests; i++) {
      Duration at = plan.every.multipliedBy(i);
      awaitNanoTime(began + at.toNanos());
      calls[i] = send(plan.nth.apply(i), at, began + at.toNanos());
    }
    return calls;
  }

  private static void awaitNanoTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private CompletableFuture<?> send(HttpRequest request, Duration at, long due) {
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .handle(
            (answer, failure) ->
                samples.add(
                    new Sample(
                        at,
                        Duration.ofNanos(System.nanoTime() - due),
                        failure == null ? status(answer) : Tally.NONE)));
  }

  private static int status(HttpResponse<?> answer) {
    return answer.statusCode();
  }

  /** What became of it, once the last is answered. */
  Tally tally() {
    done.orTimeout(5, TimeUnit.MINUTES).join();
    return Tally.of(samples);
  }
}
