package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A token that is asked for once and used until shortly before its end. Thread-safe. */
final class CachedToken {

  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final Supplier<AccessToken> source;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Dated> current = new AtomicReference<>();

  CachedToken(Supplier<AccessToken> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  synchronized AccessToken token() {
    Dated kept = current.get();
    if (kept != null && clock.instant().isBefore(kept.renewal())) {
      return kept.token();
    }
    return renew();
  }

  private AccessToken renew() {
    Instant asked = clock.instant();
    AccessToken fresh = source.get();
    current.set(new Dated(fresh, asked.plusSeconds(fresh.getLifetime()).minus(MARGIN)));
    return fresh;
  }

  private record Dated(AccessToken token, Instant renewal) {}
}
