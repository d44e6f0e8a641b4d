package io.bearergate.keys;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issuer answered, but with something that cannot be used. The message is a phrase of ours that
 * completes "the key set …"; it holds nothing of the answer.
 */
final class BadAnswer extends IOException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  BadAnswer(String why) {
    this(why, Optional.empty());
  }

  /**
   * @param retryAfter how long the issuer wants to be left alone
   */
  BadAnswer(String why, Optional<Duration> retryAfter) {
    super(why);
    this.retryAfter = retryAfter.orElse(null);
  }

  /** How long the issuer wants to be left alone, if it says so. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
