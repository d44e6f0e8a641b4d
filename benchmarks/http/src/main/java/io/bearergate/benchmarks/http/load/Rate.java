package io.bearergate.benchmarks.http.load;

/**
 * So many requests a second, for so long.
 *
 * @param warmUpSeconds the same before that, which does not count
 */
public record Rate(int perSecond, int seconds, int warmUpSeconds) {

  /** Those that count. */
  int counted() {
    return perSecond * seconds;
  }

  /** All of them. */
  public int requests() {
    return perSecond * (seconds + warmUpSeconds);
  }

  long intervalNanos() {
    return 1_000_000_000L / perSecond;
  }
}
