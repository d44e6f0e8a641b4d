package io.bearergate.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much of the suite runs: the short form in every build, the full one with {@code -Pfaults}.
 */
enum Form {
  SHORT(50, Duration.ofSeconds(4), Duration.ofSeconds(9)),
  FULL(200, Duration.ofSeconds(10), Duration.ofSeconds(20));

  /** Good tokens of known keys. */
  final int perSecond;

  /** How long a fault lasts. */
  final Duration fault;

  /** How long a flood lasts; longer than a cooldown from its middle on. */
  final Duration flood;

  Form(int perSecond, Duration fault, Duration flood) {
    this.perSecond = perSecond;
    this.fault = fault;
    this.flood = flood;
  }

  /** What most rows run on. */
  Stream<Server> servers() {
    return this == FULL ? Stream.of(Server.values()) : Stream.of(Server.JETTY);
  }

  static Form chosen() {
    return valueOf(System.getProperty("faults.form", "short").toUpperCase(Locale.ROOT));
  }
}
