package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Latency;
import io.bearergate.benchmarks.http.load.OpenLoop;
import io.bearergate.benchmarks.http.load.Rate;
import io.bearergate.benchmarks.http.load.Throughput;
import io.bearergate.benchmarks.http.load.Tokens;
import io.bearergate.benchmarks.http.load.Wrk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One peer's way through an experiment: what it was sent and what came of it. For one thread. */
final class Course {

  private final Target target;
  private final Tokens tokens;
  private final List<Double> perSecond = new ArrayList<>();
  private final List<Double> cpuMicros = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();
  private long sent;

  Course(Target target, Tokens tokens) {
    this.target = target;
    this.tokens = tokens;
  }

  /** Mostly by one connection, so that the compiler gets its share of the core. */
  void warmUp(Wrk wrk, int seconds) throws IOException {
    saturated(wrk.withOneConnection(), seconds);
    saturated(wrk, seconds / 4);
  }

  void saturate(Wrk wrk, int seconds) throws IOException {
    long before = target.cpuMicros();
    Throughput answered = saturated(wrk, seconds);
    perSecond.add(answered.perSecond());
    cpuMicros.add((double) (target.cpuMicros() - before) / answered.requests());
  }

  void keepSchedule(Rate rate) throws IOException {
    Latency latency = OpenLoop.load(target.port(), tokens, sent, rate);
    if (latency.failed() > 0) {
      throw new IllegalStateException(target.peer().title() + " failed under an open loop");
    }
    sent += rate.requests();
    latencies.add(latency);
  }

  Measured measured() throws IOException {
    return new Measured(
        target.peer(),
        Series.of(perSecond),
        Series.of(cpuMicros),
        latencies,
        target.memory(),
        sent);
  }

  private Throughput saturated(Wrk wrk, int seconds) throws IOException {
    Throughput answered = wrk.load(target.port(), tokens, sent, seconds);
    if (!answered.allGood()) {
      throw new IllegalStateException(target.peer().title() + " failed under load: " + answered);
    }
    sent += answered.tokensTaken();
    return answered;
  }
}
