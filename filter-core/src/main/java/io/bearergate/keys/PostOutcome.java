package io.bearergate.keys;

import java.time.Duration;

/** What became of a form posted to an issuer: exactly one of three. The phrases are ours. */
public sealed interface PostOutcome {

  /** Status 200 with the media type that was asked for, in UTF-8. */
  record Answered(String body) implements PostOutcome {
    /** No answer in a log by accident. */
    @Override
    public String toString() {
      return "Answered";
    }
  }

  /** An answer that cannot be used, and that may be due to this form alone. */
  record Unusable(String why) implements PostOutcome {}

  /**
   * Nobody answers, or the issuer answers none of our forms, as it seems.
   *
   * @param answered whether there was an answer of HTTP: somebody before the issuer may have
   *     refused this form alone
   * @param retryAfter how long the issuer wants to be left alone; zero if it does not say
   */
  record Failed(String why, boolean answered, Duration retryAfter) implements PostOutcome {}
}
