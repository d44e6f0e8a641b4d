package io.bearergate.benchmark.http.load;

/** So many requests a second, for so long. */
public record Rate(int perSecond, int seconds) {

  /** All of them. */
  public int requests() {
    return perSecond * seconds;
  }

  long intervalNanos() {
    return 1_000_000_000L / perSecond;
  }
}
