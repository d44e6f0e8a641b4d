package io.bearergate.benchmarks.http.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a schedule of requests came to, in microseconds from the moment a request was due, whenever
 * it could be sent.
 */
public record Latency(long requests, long failed, double p50, double p99, double p999) {

  /** Of what each request took; a negative time is a failure. */
  static Latency of(long[] nanos) {
    long[] sorted = Arrays.stream(nanos).filter(took -> took >= 0).sorted().toArray();
    return new Latency(
        nanos.length,
        nanos.length - sorted.length,
        micros(sorted, 0.5),
        micros(sorted, 0.99),
        micros(sorted, 0.999));
  }

  private static double micros(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1000.0;
  }

  String line() {
    return String.format(
        Locale.ROOT, "RESULT %d %d %.1f %.1f %.1f", requests, failed, p50, p99, p999);
  }

  static Latency parse(String line) {
    double[] parts = Stream.of(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
    return new Latency((long) parts[0], (long) parts[1], parts[2], parts[3], parts[4]);
  }
}
