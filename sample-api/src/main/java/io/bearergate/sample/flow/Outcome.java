package io.bearergate.sample.flow;

import io.bearergate.sample.flow.Checks.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a flow ended.
 *
 * @param token what was issued, in words; nothing of the token itself
 * @param answer what the API said, or what went wrong before
 * @param ending whether it held, and how it came to that
 */
public record Outcome(Label flow, String token, String answer, Ending ending) {

  /** Which flow it was. */
  public record Label(String id, String name) {}

  /**
   * Whether it held, and the whole conversation.
   *
   * @param exchanges in the order they took place
   * @param checks what the client has checked on its way
   */
  public record Ending(boolean holds, List<Exchange> exchanges, List<Check> checks) {

    private static Ending of(boolean holds, Trip trip) {
      return new Ending(holds, trip.http().exchanges(), trip.checks().made());
    }
  }

  /** A flow that went through, whatever the API said. */
  static Outcome of(Flow flow, Arrival arrival, Trip trip) {
    return new Outcome(
        label(flow), arrival.token(), arrival.answer().inWords(), Ending.of(arrival.holds(), trip));
  }

  /** A flow that was broken off. */
  static Outcome failed(Flow flow, RuntimeException cause, Trip trip) {
    return new Outcome(
        label(flow), "none", String.valueOf(cause.getMessage()), Ending.of(false, trip));
  }

  private static Label label(Flow flow) {
    return new Label(flow.id(), flow.name());
  }

  /** Whether all was as it must be. */
  public boolean holds() {
    return ending.holds();
  }

  /** The row of a table for machines. */
  public Map<String, Object> asRow() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("flow", flow.name());
    row.put("id", flow.id());
    row.put("token", token);
    row.put("answer", answer);
    row.put("holds", holds());
    return row;
  }

  /**
   * A token in words, and what it opened.
   *
   * @param holds whether that is as it must be
   */
  public record Arrival(String token, ApiAnswer answer, boolean holds) {

    /** One that is to have opened the door. */
    public Arrival(String token, ApiAnswer answer) {
      this(token, answer, answer.isOk());
    }
  }
}
