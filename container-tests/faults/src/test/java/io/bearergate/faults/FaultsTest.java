package io.bearergate.faults;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.faults.Fault.Fetches;
import io.bearergate.faults.FaultTable.Row;
import io.bearergate.faults.LoadedApi.Pace;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the issuer does, callers with good tokens of known keys notice nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

  /** Fetches are due all the time: the timer's, and those of unknown key ids. */
  private static final Pace SOON = new Pace(ofSeconds(2), ofSeconds(1));

  /** A caller who waited for the issuer would wait for 2 s, the read time-out. */
  private static final Duration WAITED = ofMillis(1500);

  /** What is in the system's buffers counts as taken. */
  private static final long MOST_OCTETS_TAKEN = 16L << 20;

  private static final long MOST_BYTES_ALLOCATED = 8L << 20;

  private final Form form = Form.chosen();
  private final FaultTable table = new FaultTable(form);

  @BeforeAll
  void loadClasses() {
    try (LoadedApi api = LoadedApi.warm(Server.JETTY, SOON)) {
      assertThat(api.knownCallers(form.perSecond, ofSeconds(2)).tally().lastStatus())
          .isEqualTo(200);
    }
  }

  @AfterAll
  void publish() {
    table.publish();
  }

  Stream<Arguments> faults() {
    return form.servers().flatMap(server -> Fault.all().map(fault -> Arguments.of(fault, server)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("faults")
  void servesKnownKeysThrough(Fault fault, Server server) {
    try (LoadedApi api = LoadedApi.warm(server, SOON)) {
      api.knownCallers(form.perSecond, ofSeconds(1)).tally();
      int fetches = api.issuer().keyFetches();
      int ended = ended(fault, api);
      api.news().longestAdmission();

      fault.begin().accept(api);
      OpenLoop known = api.knownCallers(form.perSecond, form.fault);
      OpenLoop stranger = api.callers(Fault.STRANGER, 10, form.fault);
      OpenLoop passersBy = api.passersBy(20, form.fault);

      String notes =
          "/public "
              + passersBy.tally().availability()
              + ", unknown kid "
              + stranger.tally().answers();
      Row row =
          table.add(
              new Row(
                  server,
                  fault.name(),
                  known.tally(),
                  api.news().longestAdmission(),
                  api.issuer().keyFetches() - fetches,
                  notes));
      assertUnharmed(row);
      assertThat(ended(fault, api)).as("fetches that met the fault").isGreaterThan(ended);
      assertThat(passersBy.tally().availability()).isEqualTo("100.00 %");
      assertThat(stranger.tally().count(200)).as("stranger's tokens accepted").isZero();
      assertThat(stranger.tally().lastStatus())
          .isEqualTo(fault.fetches() == Fetches.SUCCEED ? 401 : 503);
      assertThat(api.issuer().mostTaken()).isLessThan(MOST_OCTETS_TAKEN);
      assertThat(api.news().mostAllocatedBytes()).isLessThan(MOST_BYTES_ALLOCATED);
    }
  }

  private static int ended(Fault fault, LoadedApi api) {
    return fault.fetches() == Fetches.SUCCEED ? api.news().good() : api.news().failed();
  }

  private static void assertUnharmed(Row row) {
    assertThat(row.known().count(200)).as(row.known().answers()).isEqualTo(row.known().sent());
    assertThat(row.known().max()).as("longest answer").isLessThan(WAITED);
  }
}
