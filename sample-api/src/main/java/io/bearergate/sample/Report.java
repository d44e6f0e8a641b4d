package io.bearergate.sample;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.flow.Outcome;
import java.io.PrintStream;
import java.util.List;

/**
 * Tells how flows ended.
 *
 * @param json whether machines are told
 */
record Report(PrintStream out, boolean json) {

  /**
   * One flow, for people with every exchange.
   *
   * @return whether it held
   */
  boolean of(Outcome outcome) {
    if (!json) {
      outcome.ending().exchanges().forEach(exchange -> out.println(exchange.asText()));
    }
    return of(List.of(outcome));
  }

  /**
   * Many flows.
   *
   * @return whether all held
   */
  boolean of(List<Outcome> outcomes) {
    if (json) {
      outcomes.forEach(outcome -> out.println(JSONObjectUtils.toJSONString(outcome.asRow())));
    } else {
      out.print(OutcomeTable.of(outcomes));
    }
    return outcomes.stream().allMatch(Outcome::holds);
  }
}
