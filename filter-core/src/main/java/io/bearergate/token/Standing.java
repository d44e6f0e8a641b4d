package io.bearergate.token;

import java.time.Duration;

/** Whether an issuer is believed: exactly one of three. */
sealed interface Standing {

  /** It is, and this is asked of its tokens. */
  record Known(Trusted issuer) implements Standing {}

  /** It is not: its tokens are at fault (401). */
  record Unknown() implements Standing {}

  /** Nobody can tell now: we are at fault (503). */
  record Unsettled(Duration retryAfter) implements Standing {}
}
