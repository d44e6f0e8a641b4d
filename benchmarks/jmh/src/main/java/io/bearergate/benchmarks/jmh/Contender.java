package io.bearergate.benchmarks.jmh;

import java.util.concurrent.Callable;

/** One way to verify access tokens. */
interface Contender {

  /**
   * The verification of one token, to be called many times: it answers what the token says, or for
   * the bare signature that it is good. A token that is not accepted makes it throw, which ends the
   * measurement.
   */
  Callable<Object> verification(String token) throws Exception;
}
