package io.bearergate.introspection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were asked about in vain lately, by their keys, so that the issuer is not asked again
 * so soon. Bounded: a flood of made-up ones pushes others out, which are then asked about once
 * more. Times are monotonic nanoseconds. Thread-safe.
 */
final class VainAnswers {

  /** Some 200 bytes each. */
  static final int MOST = 10_000;

  private record Known(IntrospectionResult result, long until) {}

  private final Cache<String, Known> answers =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /** What was answered; null if nothing was, or too long ago. */
  @Nullable IntrospectionResult of(String key, long now) {
    Known known = answers.getIfPresent(key);
    return known != null && known.until - now > 0 ? known.result : null;
  }

  void keep(String key, IntrospectionResult result, long now, Duration lasting) {
    answers.put(key, new Known(result, now + lasting.toNanos()));
  }

  /** How many there are, once what is over the bound has gone. */
  long count() {
    answers.cleanUp();
    return answers.estimatedSize();
  }
}
