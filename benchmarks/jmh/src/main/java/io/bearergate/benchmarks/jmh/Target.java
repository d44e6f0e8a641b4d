package io.bearergate.benchmarks.jmh;

/**
 * A bound that was set before anything was measured.
 *
 * @param most what may be reached
 * @param text the same, with its unit
 */
record Target(double most, String text) {

  static final Target OVER_RAW = new Target(1.10, "1.10×");
  static final Target KILOBYTES = new Target(14, "14 KB");
  static final Target HIT_MICROS = new Target(1.2, "1.2 µs");
  static final Target HIT_KILOBYTES = new Target(1, "1 KB");
  static final Target PROOF_MICROS = new Target(5, "5 µs");
  static final Target FILTER_MICROS = new Target(2.3, "2.3 µs");

  /** The bound, and whether what was measured keeps to it. */
  String against(double measured) {
    return "≤ " + text + (measured <= most ? ": met" : ": **missed**");
  }
}
