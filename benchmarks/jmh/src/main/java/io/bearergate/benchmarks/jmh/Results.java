package io.bearergate.benchmarks.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Everything found, by case, a sample a round. For one thread. */
final class Results {

  private final Map<Case, List<Sample>> samples = new LinkedHashMap<>();

  void add(Map<Case, Sample> round) {
    round.forEach(
        (known, sample) -> samples.computeIfAbsent(known, none -> new ArrayList<>()).add(sample));
  }

  Map<Case, List<Sample>> all() {
    return samples;
  }

  Spread cpuMicros(Case known) {
    return spread(known, Sample::cpuMicros);
  }

  Spread bytes(Case known) {
    return spread(known, Sample::bytes);
  }

  /** CPU time of the one over that of the other, round by round. */
  Spread ratio(Case one, Case other) {
    List<Sample> ones = of(one);
    List<Sample> others = of(other);
    return Spread.of(
        IntStream.range(0, ones.size())
            .mapToObj(i -> ones.get(i).cpuMicros() / others.get(i).cpuMicros())
            .toList());
  }

  private Spread spread(Case known, ToDoubleFunction<Sample> figure) {
    return Spread.of(of(known).stream().map(figure::applyAsDouble).toList());
  }

  private List<Sample> of(Case known) {
    List<Sample> found = samples.get(known);
    if (found == null) {
      throw new IllegalStateException("not measured: " + known);
    }
    return found;
  }
}
