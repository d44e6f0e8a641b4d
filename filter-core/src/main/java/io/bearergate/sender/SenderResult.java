package io.bearergate.sender;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import java.util.Map;

/** What became of asking whether the presenter is the holder. */
public sealed interface SenderResult {

  /**
   * It is.
   *
   * @param responseHeaders to be set on the application's answer
   */
  record Held(Map<String, String> responseHeaders) implements SenderResult {
    public Held {
      responseHeaders = Map.copyOf(responseHeaders);
    }
  }

  /**
   * It is not, or cannot prove it.
   *
   * @param responseHeaders to be added to the answer
   */
  record Refused(Rejection rejection, Map<String, String> responseHeaders) implements SenderResult {
    public Refused {
      responseHeaders = Map.copyOf(responseHeaders);
    }

    /** With nothing but what the reason says. */
    public Refused(Rejection rejection) {
      this(rejection, Map.of());
    }
  }

  /** We cannot tell: what would know a replay is full or dead. */
  record Undecided(Duration retryAfter) implements SenderResult {}
}
