package io.bearergate.benchmarks.http;

import java.util.List;
import java.util.Map;

/** Everything that a run found. */
record Findings(
    Map<Experiment, List<Measured>> experiments,
    Map<String, Series> coldStarts,
    Surroundings surroundings) {

  Measured of(Experiment experiment, Peer peer) {
    return experiments.getOrDefault(experiment, List.of()).stream()
        .filter(measured -> measured.peer() == peer)
        .findFirst()
        .orElseThrow();
  }

  /** Requests per second of the one over those of the other. */
  double throughput(Experiment experiment, Peer one, Peer other) {
    return of(experiment, one).perSecond().median() / of(experiment, other).perSecond().median();
  }

  /** Time of a request over what it takes without security. */
  double cost(Experiment experiment, Peer peer) {
    return of(experiment, peer).microsPerRequest()
        - of(experiment, Peer.NO_SECURITY).microsPerRequest();
  }

  /** Milliseconds over the bare server's. */
  double coldStart(String protection) {
    return start(protection).median() - start(ColdStart.BARE).median();
  }

  private Series start(String protection) {
    Series found = coldStarts.get(protection);
    if (found == null) {
      throw new IllegalStateException("no cold start of " + protection);
    }
    return found;
  }
}
