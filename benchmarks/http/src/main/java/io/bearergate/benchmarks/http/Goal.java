package io.bearergate.benchmarks.http;

import static io.bearergate.benchmarks.http.Experiment.NEVER_SEEN;
import static io.bearergate.benchmarks.http.Experiment.NEVER_SEEN_ES256;
import static io.bearergate.benchmarks.http.Experiment.REPEATED;

import java.util.List;
import java.util.Locale;

/** A figure that was promised, beside what it came to. */
record Goal(String what, double found, Bound bound, double limit, String unit) {

  /** On which side of the limit is good. */
  enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  /** All of them, for one run. */
  static List<Goal> in(Findings all) {
    double nimbus = all.cost(NEVER_SEEN, Peer.NIMBUS);
    return List.of(
        atLeast(
            "repeated token: throughput over no security's",
            all.throughput(REPEATED, Peer.BEARERGATE, Peer.NO_SECURITY),
            0.9),
        atLeast(
            "repeated token: throughput over Spring Security's",
            all.throughput(REPEATED, Peer.BEARERGATE, Peer.SPRING),
            6),
        atLeast(
            "repeated token: throughput over HAProxy's",
            all.throughput(REPEATED, Peer.BEARERGATE, Peer.HAPROXY),
            1),
        atMost(
            "never seen, JDK's provider: cost over the Nimbus filter's",
            all.cost(NEVER_SEEN, Peer.BEARERGATE) / nimbus,
            0.9,
            "×"),
        atMost(
            "never seen, Corretto provider: cost over the Nimbus filter's",
            all.cost(NEVER_SEEN, Peer.BEARERGATE_ACCELERATED) / nimbus,
            0.6,
            "×"),
        atLeast(
            "never seen ES256, Corretto provider: throughput over Spring Security's",
            all.throughput(NEVER_SEEN_ES256, Peer.BEARERGATE_ACCELERATED, Peer.SPRING),
            10),
        atMost(
            "cold start with local keys, over the bare server",
            all.coldStart(ColdStart.LOCAL_KEYS),
            100,
            " ms"),
        atMost(
            "cold start with one loopback fetch, over the bare server",
            all.coldStart(ColdStart.ONE_FETCH),
            300,
            " ms"));
  }

  private static Goal atLeast(String what, double found, double limit) {
    return new Goal(what, found, Bound.AT_LEAST, limit, "×");
  }

  private static Goal atMost(String what, double found, double limit, String unit) {
    return new Goal(what, found, Bound.AT_MOST, limit, unit);
  }

  boolean isMet() {
    return bound == Bound.AT_LEAST ? found >= limit : found <= limit;
  }

  /** A row of Markdown. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f%s | %s %s%s | %s |",
        what,
        found,
        unit,
        bound.sign,
        limit % 1 == 0 ? Long.toString((long) limit) : Double.toString(limit),
        unit,
        isMet() ? "met" : "**not met**");
  }
}
