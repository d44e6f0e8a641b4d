package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Latency;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one peer came to in one experiment.
 *
 * @param sent how many requests it was sent in all
 */
record Measured(
    Peer peer,
    Series perSecond,
    Series cpuMicros,
    List<Latency> latencies,
    Memory memory,
    long sent) {

  /** Time of the one core that a request takes, under saturation. */
  double microsPerRequest() {
    return 1e6 / perSecond.median();
  }

  Series latency(ToDoubleFunction<Latency> percentile) {
    return Series.of(latencies.stream().map(percentile::applyAsDouble).toList());
  }
}
