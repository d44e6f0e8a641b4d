package io.bearergate.introspection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One token being asked about, and what its waiters wait for. Thread-safe. */
final class Question {

  private final String key;
  private final String token;
  private final boolean renewal;
  private final CompletableFuture<IntrospectionResult> outcome = new CompletableFuture<>();

  /**
   * @param key of the token
   * @param renewal whether the token was known as good before
   */
  Question(String key, String token, boolean renewal) {
    this.key = key;
    this.token = token;
    this.renewal = renewal;
  }

  String key() {
    return key;
  }

  String token() {
    return token;
  }

  boolean isRenewal() {
    return renewal;
  }

  /** Lets the waiters go; the first answer counts. */
  void finish(IntrospectionResult result) {
    outcome.complete(result);
  }

  /** Waits for the end; {@code otherwise} if that takes longer, or the wait is interrupted. */
  IntrospectionResult await(Duration atMost, IntrospectionResult otherwise) {
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
