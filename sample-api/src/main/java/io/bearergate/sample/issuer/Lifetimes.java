package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GrantType;
import java.time.Duration;

/** How long what is issued is good for. */
record Lifetimes(Duration accessToken, Duration idToken, Duration code, Duration session) {

  /** A login page left open this long has to be asked for anew. */
  static final Duration TRANSACTION = Duration.ofMinutes(10);

  /** What is polled for is remembered longer than it is open, so that its end can be told. */
  static final Duration PENDING_KEPT = Duration.ofDays(4);

  /** What passes through a browser is good for no longer than this. */
  private static final Duration FRONT_CHANNEL = Duration.ofHours(2);

  Duration accessToken(GrantType how) {
    return how.equals(GrantType.IMPLICIT) ? FRONT_CHANNEL : accessToken;
  }

  static Lifetimes standard() {
    return new Lifetimes(
        Duration.ofDays(1), Duration.ofHours(10), Duration.ofSeconds(60), Duration.ofDays(1));
  }
}
