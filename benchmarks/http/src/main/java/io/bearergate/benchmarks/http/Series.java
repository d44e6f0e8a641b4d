package io.bearergate.benchmarks.http;

import java.util.Collection;
import java.util.List;

/** The same figure from each round: its median and its spread. */
record Series(List<Double> sorted) {

  static Series of(Collection<Double> values) {
    return new Series(values.stream().sorted().toList());
  }

  double median() {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double least() {
    return sorted.get(0);
  }

  double most() {
    return sorted.get(sorted.size() - 1);
  }
}
