package io.bearergate.keys;

import java.time.Duration;

/**
 * How keys are fetched and how long they serve.
 *
 * @param refresh longest age of a key set; at least 1 minute
 * @param maxStale how long, counted from the last good fetch, old keys serve through an outage; at
 *     least {@code refresh}
 * @param cooldown least time between two fetches that an unknown key id causes
 * @param connectTimeout for the TCP connection of one call
 * @param readTimeout for the whole exchange of one call, connection excepted
 * @param maxResponseBytes longest answer that is read
 * @param route the way there
 */
public record JwksRules(
    Duration refresh,
    Duration maxStale,
    Duration cooldown,
    Duration connectTimeout,
    Duration readTimeout,
    int maxResponseBytes,
    CallRoute route) {

  /** With calls that go as the JVM is set up. */
  public JwksRules(
      Duration refresh,
      Duration maxStale,
      Duration cooldown,
      Duration connectTimeout,
      Duration readTimeout,
      int maxResponseBytes) {
    this(
        refresh,
        maxStale,
        cooldown,
        connectTimeout,
        readTimeout,
        maxResponseBytes,
        CallRoute.OF_THE_JVM);
  }
}
