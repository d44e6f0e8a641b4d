package io.bearergate.contract.servers;

/**
 * One request and its answer.
 *
 * @param begin when it was sent, in nanoseconds of {@link System#nanoTime}
 * @param end when it was answered, or the connection was gone
 */
record Call(long begin, long end, int status) {

  /** Whether it was under way then. */
  boolean spans(long instant) {
    return begin - instant < 0 && end - instant > 0;
  }
}
