package io.bearergate.keys;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Gets one issuer's key set, wherever it is. Thread-safe for one fetch at a time.
 *
 * @param address where the set is, be it asked of the metadata first
 */
record JwksFetch(JwksAddress address, HttpGet http) {

  /**
   * @param maxAge how long the issuer lets the set be kept, if it says so
   */
  record Fetched(JwksDocument document, Optional<Duration> maxAge) {}

  /** A set with at least one usable key, or an exception. */
  Fetched fetch(Attempt attempt) throws IOException {
    boolean good = false;
    try {
      Answer answer = http.get(address.find(attempt), attempt);
      Fetched fetched = new Fetched(JwksDocument.parse(answer.body()).usable(), answer.maxAge());
      good = true;
      return fetched;
    } finally {
      if (!good) {
        address.failed();
      }
    }
  }
}
