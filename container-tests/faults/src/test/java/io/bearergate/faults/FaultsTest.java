package io.bearergate.faults;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.faults.Fault.Fetches;
import io.bearergate.faults.LoadedApi.Pace;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the issuer answers, callers with good tokens of known keys notice nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(SuiteExtension.class)
class FaultsTest {

  /** Of 50 MB; what is in the system's buffers counts as taken. */
  private static final long MOST_OCTETS_TAKEN = 16L << 20;

  private static final long MOST_BYTES_ALLOCATED = 4L << 20;

  private final Suite suite;
  private final Form form;

  FaultsTest(Suite suite) {
    this.suite = suite;
    this.form = suite.form();
  }

  Stream<Arguments> faults() {
    return form.servers().flatMap(server -> Fault.all().map(fault -> Arguments.of(fault, server)));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("faults")
  void servesKnownKeysThrough(Fault fault, Server server) {
    try (LoadedApi api = LoadedApi.warm(server, Pace.SOON)) {
      assertThat(api.callers().known(form.perSecond, ofSeconds(1)).tally().lastStatus())
          .isEqualTo(200);
      int before = fetchesThatMet(fault, api);
      Watch watch = Watch.begin(api, suite, form.fault);

      fault.begin().accept(api);
      OpenLoop known = api.callers().known(form.perSecond, form.fault);
      OpenLoop strangers = api.callers().with(api.token(Fault.STRANGER, 0), 10, form.fault);
      Tally open = api.callers().passersBy(20, form.fault).tally();

      Tally strange = strangers.tally();
      String others = "/public " + open.availability() + ", unknown kid " + strange.answers();
      watch.end(fault.name(), known.tally(), others);
      assertThat(fetchesThatMet(fault, api)).as("fetches that met it").isGreaterThan(before);
      assertThat(open.count(200)).isEqualTo(open.sent());
      assertThat(strange.count(200)).as("strangers let in").isZero();
      assertThat(strange.lastStatus()).isEqualTo(fault.fetches() == Fetches.FAIL ? 503 : 401);
      assertThat(api.issuer().mostTaken()).isLessThan(MOST_OCTETS_TAKEN);
      assertThat(api.news().mostAllocatedBytes()).isLessThan(MOST_BYTES_ALLOCATED);
    }
  }

  private static int fetchesThatMet(Fault fault, LoadedApi api) {
    return fault.fetches() == Fetches.FAIL ? api.news().failed() : api.news().good();
  }
}
