package io.bearergate.benchmarks.jmh;

import java.util.Locale;

/**
 * A bound that was set before anything was measured.
 *
 * @param most what may be reached
 * @param unit after the figure
 */
record Target(double most, String unit) {

  static final Target OVER_RAW = new Target(1.10, "×");
  static final Target KILOBYTES = new Target(14, " KB");
  static final Target HIT_MICROS = new Target(1.2, " µs");
  static final Target HIT_KILOBYTES = new Target(1, " KB");
  static final Target FILTER_MICROS = new Target(2.3, " µs");

  /** The bound, and whether what was measured keeps to it. */
  String against(double measured) {
    return String.format(
        Locale.ROOT, "≤ %s%s: %s", most, unit, measured <= most ? "met" : "**missed**");
  }
}
