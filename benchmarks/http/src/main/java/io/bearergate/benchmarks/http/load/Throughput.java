package io.bearergate.benchmarks.http.load;

/** What a saturating load came to. */
public record Throughput(long requests, long micros, long refused, long broken, long tokensTaken) {

  /** Requests answered per second. */
  public double perSecond() {
    return requests * 1e6 / micros;
  }

  /** Whether every request was answered, and with 200. */
  public boolean allGood() {
    return requests > 0 && refused == 0 && broken == 0;
  }
}
