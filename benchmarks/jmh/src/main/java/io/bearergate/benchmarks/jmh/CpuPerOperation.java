package io.bearergate.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time that Java threads took for an operation: what a token costs a server, and not
 * disturbed by what else the machine does. The garbage collector's own threads are not in it; what
 * is allocated is told beside it.
 */
public final class CpuPerOperation implements InternalProfiler {

  static final String RESULT = "cpu";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Map<Long, Long> before = Map.of();

  @Override
  public String getDescription() {
    return "CPU time of Java threads for an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = nanosByThread();
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    long nanos =
        nanosByThread().entrySet().stream()
            .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
            .sum();
    double micros = nanos / 1000.0 / result.getMetadata().getAllOps();
    return List.of(new ScalarResult(RESULT, micros, "us/op", AggregationPolicy.AVG));
  }

  /** Of the threads that live; one that has ended in between would count as less than nothing. */
  private static Map<Long, Long> nanosByThread() {
    Map<Long, Long> nanos = new HashMap<>();
    for (long thread : THREADS.getAllThreadIds()) {
      nanos.put(thread, Math.max(0, THREADS.getThreadCpuTime(thread)));
    }
    return nanos;
  }
}
