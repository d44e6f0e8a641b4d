package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Rate;

/** How long and how often. */
record Plan(Load throughput, Load latency, int warmUpSeconds, int tokens, int coldStarts) {

  /** The run whose figures count. */
  static final Plan FULL = new Plan(new Load(5, 2), new Load(2, 3), 12, 200_000, 11);

  /** Proves that everything runs; its figures mean nothing. */
  static final Plan SHORT = new Plan(new Load(1, 1), new Load(1, 1), 0, 1_000, 1);

  /** The open loop's schedule; the short run asks little of servers that are still cold. */
  Rate rate(Experiment experiment) {
    return warmUpSeconds > 0
        ? new Rate(experiment.perSecond(), latency.seconds(), 2)
        : new Rate(50, latency.seconds(), 0);
  }

  /** So many rounds of so many seconds. */
  record Load(int rounds, int seconds) {}
}
