package io.bearergate.keys;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gets one issuer's key set, wherever it is, unless it is still the one that was got before.
 * Thread-safe.
 */
final class JwksFetch {

  /**
   * @param freshFor how long the issuer lets the set be kept, if it says so
   */
  record Fetched(JwksDocument document, Optional<Duration> freshFor) {}

  /** A good set with its own version: always a pair, so that a late attempt does no harm. */
  private record Kept(JwksDocument document, Version version) {}

  private final JwksAddress address;
  private final HttpGet http;
  private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

  /**
   * @param address where the set is, be it asked of the metadata first
   */
  JwksFetch(JwksAddress address, HttpGet http) {
    this.address = address;
    this.http = http;
  }

  /** A set with at least one usable key, or an exception. */
  Fetched fetch(Attempt attempt) throws IOException {
    boolean good = false;
    try {
      Fetched fetched = fetch(address.find(attempt), attempt);
      good = true;
      return fetched;
    } finally {
      if (!good) {
        last.set(null); // whatever is wrong there, it is asked for anew
        address.failed();
      }
    }
  }

  private Fetched fetch(URI at, Attempt attempt) throws IOException {
    Optional<Kept> known = Optional.ofNullable(last.get());
    Answer answer = http.get(at, known.map(Kept::version), attempt);
    JwksDocument document =
        answer.body().isPresent()
            ? JwksDocument.parse(answer.body().get()).usable()
            : known.map(Kept::document).orElseThrow();
    last.set(answer.version().map(version -> new Kept(document, version)).orElse(null));
    return new Fetched(document, answer.freshFor());
  }
}
