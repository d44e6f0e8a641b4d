package io.bearergate.benchmarks.jmh;

import java.util.List;
import java.util.Locale;

/** The middle one of several figures, and the two at the ends. */
record Spread(double median, double least, double most) {

  static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int count = sorted.size();
    double median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(count - 1));
  }

  /** {@code 1.04 (1.02–1.07)}. */
  String text(int decimals) {
    String figure = "%." + decimals + "f";
    return String.format(
        Locale.ROOT, figure + " (" + figure + "–" + figure + ")", median, least, most);
  }
}
