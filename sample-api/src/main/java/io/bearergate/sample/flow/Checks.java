package io.bearergate.sample.flow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything a client has checked on its way, in order, held or not. Thread-safe. */
public final class Checks {

  private final List<Check> made = new CopyOnWriteArrayList<>();

  /**
   * One check.
   *
   * @param id its name in the flow specifications, such as {@code V5}
   * @param what what must hold
   */
  public record Check(String id, String what, boolean holds) {}

  /** All so far. */
  public List<Check> made() {
    return List.copyOf(made);
  }

  /**
   * Notes that {@code what} holds.
   *
   * @throws CheckFailed if it does not
   */
  public void require(boolean holds, String id, String what) {
    made.add(new Check(id, what, holds));
    if (!holds) {
      throw new CheckFailed(id, "not so: " + what);
    }
  }
}
