package io.bearergate.keys;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests that wait for fetches of one issuer, or of several that share these places.
 * Thread-safe.
 *
 * @param waiting how many do now
 * @param most how many may, while the fetch is likely to end soon
 * @param mostPatient how many may otherwise, so that made-up key ids cannot hold a server's threads
 *     while the issuer hangs
 */
record Waiters(AtomicInteger waiting, int most, int mostPatient) {

  static final int MOST = 256;
  static final int MOST_PATIENT = 16;

  /** All issuers found at run time together: a tenant may bring an issuer that hangs on purpose. */
  static final int MOST_OF_TENANTS = 64;

  static Waiters ofOneIssuer() {
    return new Waiters(new AtomicInteger(), MOST, MOST_PATIENT);
  }

  static Waiters ofAllTenants() {
    return new Waiters(new AtomicInteger(), MOST_OF_TENANTS, MOST_PATIENT);
  }

  /** Takes a place; whether there was one. {@link #leave} gives it back either way. */
  boolean enter(boolean endsSoon) {
    return waiting.incrementAndGet() <= (endsSoon ? most : mostPatient);
  }

  void leave() {
    waiting.decrementAndGet();
  }
}
