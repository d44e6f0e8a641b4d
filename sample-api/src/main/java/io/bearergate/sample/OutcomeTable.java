package io.bearergate.sample;

import io.bearergate.sample.flow.Outcome;
import java.util.List;

/** Flow × token × answer, as the terminal shows it. */
final class OutcomeTable {

  private static final String ROW = "%-4s %-20s %-68s %-24s %s%n";

  private OutcomeTable() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder table = new StringBuilder(ROW.formatted("", "flow", "token", "answer", "holds"));
    outcomes.forEach(outcome -> table.append(row(outcome)));
    long holding = outcomes.stream().filter(Outcome::holds).count();
    return table.append("%d of %d hold%n".formatted(holding, outcomes.size())).toString();
  }

  private static String row(Outcome outcome) {
    return ROW.formatted(
        outcome.flow().id(),
        outcome.flow().name(),
        outcome.token(),
        outcome.answer(),
        outcome.holds() ? "yes" : "NO");
  }
}
