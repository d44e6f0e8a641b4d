package io.bearergate.sample.playground;

import io.bearergate.sample.flow.Exchange;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing to do wrong after a walk that went well.
 *
 * @param title what is done, as a button says it
 * @param applies whether the walk gave what it takes
 */
record Break(String name, String title, Predicate<Walk> applies, Function<Walk, Evidence> attempt) {

  /**
   * How it went.
   *
   * @param said the refusal in words, where the client itself refused
   */
  record Evidence(List<Exchange> exchanges, String said) {}
}
