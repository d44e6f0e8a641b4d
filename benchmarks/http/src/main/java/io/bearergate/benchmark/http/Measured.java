package io.bearergate.benchmark.http;

import io.bearergate.benchmark.http.load.Latency;
import java.util.List;

/** What one peer came to in one experiment. */
record Measured(
    Peer peer, Series perSecond, Series cpuMicros, List<Latency> latencies, Memory memory) {

  /** Time of the one core that a request takes, under saturation. */
  double microsPerRequest() {
    return 1e6 / perSecond.median();
  }

  Series latency(java.util.function.ToDoubleFunction<Latency> percentile) {
    return Series.of(latencies.stream().map(percentile::applyAsDouble).toList());
  }
}
