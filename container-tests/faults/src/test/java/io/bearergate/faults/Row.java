package io.bearergate.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * One fault and what a steady load met meanwhile.
 *
 * @param load good tokens of known keys, unless the fault says otherwise
 * @param inGate the longest that the gate held a request that it admitted
 * @param bare the longest answer to callers whom the gate does not look at
 * @param fetches of the key set, at the issuer
 * @param heapBytes what the most expensive of them asked for, garbage included
 * @param others what became of other callers
 */
record Row(
    String fault,
    Server server,
    Tally load,
    Duration inGate,
    Duration bare,
    int fetches,
    long heapBytes,
    String others) {

  static final String HEAD =
      """
      | fault | server | sent | 200 | p50 ms | p99 ms | max ms | in gate ms | bare ms | fetches | KiB a fetch | others |
      |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
      """;

  String line() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %s | %s | %s | %s | %s | %s | %d | %d | %s |",
        fault,
        server.name().charAt(0) + server.name().substring(1).toLowerCase(Locale.ROOT),
        load.sent(),
        load.availability(),
        millis(load.percentile(50)),
        millis(load.percentile(99)),
        millis(load.max()),
        millis(inGate),
        millis(bare),
        fetches,
        heapBytes >> 10,
        others);
  }

  private static String millis(Duration latency) {
    return String.format(Locale.ROOT, "%.1f", latency.toNanos() / 1e6);
  }
}
