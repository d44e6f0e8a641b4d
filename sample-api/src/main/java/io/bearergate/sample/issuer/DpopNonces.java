package io.bearergate.sample.issuer;

import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * What proofs must contain to show that they are fresh (RFC 9449 §8). Derived from the time, so
 * nothing has to be kept; good for the span it was handed out in and the one after.
 */
final class DpopNonces {

  private static final Duration SPAN = Duration.ofMinutes(5);

  private final String secret = Handles.random();
  private final InstantSource clock;

  DpopNonces(InstantSource clock) {
    this.clock = clock;
  }

  Nonce current() {
    return of(span());
  }

  Set<Nonce> accepted() {
    return Set.of(of(span()), of(span() - 1));
  }

  private long span() {
    return clock.instant().getEpochSecond() / SPAN.toSeconds();
  }

  private Nonce of(long span) {
    return new Nonce(Digest.of(secret + span).value());
  }
}
