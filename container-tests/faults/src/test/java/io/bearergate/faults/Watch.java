package io.bearergate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * Looks at one API from the moment that its issuer is about to fail.
 *
 * @param fetchesBefore those that do not count
 * @param control callers whom the gate does not look at, meanwhile
 */
record Watch(LoadedApi api, FaultTable table, int fetchesBefore, OpenLoop control) {

  /** A caller who waited for the issuer would wait for 2 s, the read time-out. */
  private static final Duration WAITED = Duration.ofMillis(1500);

  static Watch begin(LoadedApi api, Suite suite, Duration length) {
    return beside(suite.bare().callers(length), api, suite);
  }

  /** For a row whose other callers keep the machine busy by themselves. */
  static Watch beside(OpenLoop control, LoadedApi api, Suite suite) {
    var unused = api.news().longestAdmission();
    return new Watch(api, suite.table(), api.issuer().keyFetches(), control);
  }

  int fetches() {
    return api.issuer().keyFetches() - fetchesBefore;
  }

  /**
   * Enters the row, then holds it to the promise: every one answered 200, none after a wait, be it
   * for a thread that another caller's wait keeps busy. What the machine itself delays, an answer
   * without the gate too, is allowed for.
   */
  void end(String fault, Tally load, String others) {
    Duration inGate = api.news().longestAdmission();
    Duration machine = control.tally().max();
    table.add(
        new Row(
            fault,
            api.server(),
            load,
            inGate,
            machine,
            fetches(),
            api.news().mostAllocatedBytes(),
            others));
    assertThat(load.count(200)).as("answers were %s", load.answers()).isEqualTo(load.sent());
    assertThat(load.max()).as("longest answer").isLessThan(machine.plus(WAITED));
  }
}
