package io.bearergate.keys;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What the sources of one {@link JwkSources} have in common.
 *
 * @param nanoClock monotonic nanoseconds
 * @param random numbers from 0 to below 1
 * @param generations counts key sets, so that no two sets of any issuer share a number
 */
record Shared(
    FetchThreads threads, LongSupplier nanoClock, DoubleSupplier random, AtomicLong generations) {

  Shared(FetchThreads threads, LongSupplier nanoClock, DoubleSupplier random) {
    this(threads, nanoClock, random, new AtomicLong());
  }
}
