package io.bearergate.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Issuers that were asked about in vain lately, so that nobody is asked again so soon. Bounded: a
 * flood of made-up ones pushes others out, which are then asked about once more. Thread-safe.
 */
final class VainQuestions {

  static final int MOST = 1000;

  private record Answer(Standing standing, long until) {}

  private final Cache<String, Answer> answers =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /** What was found; null if nothing was, or too long ago. */
  @Nullable Standing of(String issuer, long now) {
    Answer answer = answers.getIfPresent(issuer);
    return answer != null && answer.until - now > 0 ? answer.standing : null;
  }

  void keep(String issuer, Standing standing, long now, Duration lasting) {
    answers.put(issuer, new Answer(standing, now + lasting.toNanos()));
  }

  void drop(String issuer) {
    answers.invalidate(issuer);
  }

  /** How many there are, once what is over the bound has gone. */
  long count() {
    answers.cleanUp();
    return answers.estimatedSize();
  }
}
