package io.bearergate.benchmark.http;

/** How long and how often. */
record Plan(Load throughput, Load latency, int warmUpSeconds, int tokens, int coldStarts) {

  /** The run whose figures count. */
  static final Plan FULL = new Plan(new Load(5, 4), new Load(3, 4), 10, 150_000, 15);

  /** Proves that everything runs; its figures mean nothing. */
  static final Plan SHORT = new Plan(new Load(1, 1), new Load(1, 1), 1, 1_000, 1);

  /** So many rounds of so many seconds. */
  record Load(int rounds, int seconds) {}
}
