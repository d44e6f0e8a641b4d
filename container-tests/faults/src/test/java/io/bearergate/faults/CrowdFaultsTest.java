package io.bearergate.faults;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.faults.LoadedApi.Pace;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Many callers at once, good and bad, cost the issuer little and each other nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(SuiteExtension.class)
class CrowdFaultsTest {

  private static final Duration COOLDOWN = ofSeconds(5);
  private static final int KIDS_PER_SECOND = 400;

  private final Suite suite;
  private final Form form;

  CrowdFaultsTest(Suite suite) {
    this.suite = suite;
    this.form = suite.form();
  }

  Stream<Arguments> floods() {
    return Stream.of(
            Arguments.of(COOLDOWN, ofSeconds(6), Server.TOMCAT),
            Arguments.of(ofSeconds(1), ofSeconds(2), Server.JETTY),
            Arguments.of(COOLDOWN, ofSeconds(6), Server.JETTY),
            Arguments.of(ofSeconds(1), ofSeconds(2), Server.TOMCAT))
        .limit(form == Form.FULL ? 4 : 2);
  }

  @ParameterizedTest(name = "cooldown {0} on {2}")
  @MethodSource("floods")
  void takesRotatedKeyAmidFloodOfUnknownKids(Duration cooldown, Duration within, Server server) {
    try (LoadedApi api = LoadedApi.warm(server, Pace.cooldown(cooldown))) {
      OpenLoop open = api.callers().passersBy(20, form.flood);
      Watch watch = Watch.beside(open, api, suite);
      long began = System.nanoTime();
      OpenLoop known = api.callers().known(form.perSecond, form.flood);
      OpenLoop flood = api.callers().flood(KIDS_PER_SECOND, form.flood);
      flood.awaitSent(2 * KIDS_PER_SECOND);

      TestKey added = api.keys().add(TestKey.generate("ES256", "key-3"));
      api.publish();
      Tally fresh =
          api.callers().with(api.token(added, 0), 20, form.flood.minus(ofMillis(2500))).tally();

      Tally kids = flood.tally();
      Tally load = known.tally();
      Duration lasted = Duration.ofNanos(System.nanoTime() - began);
      int inFiveSeconds =
          api.issuer().keyFetchesUntil(began + ofSeconds(5).toNanos()) - watch.fetchesBefore();
      watch.end(
          "flood of unknown kids, cooldown " + cooldown.toSeconds() + " s",
          load,
          "%d kids: %s; 2000 in 5 s cause %d fetches; new key accepted after %.1f s"
              .formatted(
                  kids.sent(), kids.answers(), inFiveSeconds, fresh.first(200).toMillis() / 1e3));
      assertThat(kids.count(401)).as(kids.answers()).isEqualTo(kids.sent());
      assertThat(inFiveSeconds).isLessThanOrEqualTo(1 + (int) ofSeconds(5).dividedBy(cooldown));
      assertThat((long) watch.fetches()).isLessThanOrEqualTo(1 + lasted.dividedBy(cooldown));
      assertThat(fresh.first(200)).isLessThan(within);
      assertThat(fresh.since(200).count(200)).isEqualTo(fresh.since(200).sent());
    }
  }

  @ParameterizedTest(name = "on {0}")
  @EnumSource
  void takesTwoHundredFirstTokensOfNewKeyWithOneFetch(Server server) {
    try (LoadedApi api = LoadedApi.warm(server, Pace.cooldown(COOLDOWN))) {
      TestKey added = api.keys().add(TestKey.generate("ES256", "key-3"));
      api.issuer().answer(ScriptedIssuer.KEYS, Reply.json(api.keys().jwks()).after(ofMillis(200)));
      Watch watch = Watch.begin(api, suite, ofSeconds(3));
      OpenLoop known = api.callers().known(form.perSecond, ofSeconds(3));

      Tally first = api.callers().crowd(api.tokens(added, 200)).tally();

      watch.end("200 first tokens of a new key", known.tally(), first.answers());
      assertThat(first.count(200)).as(first.answers()).isEqualTo(200);
      assertThat(watch.fetches()).isEqualTo(1);
    }
  }

  @ParameterizedTest(name = "on {0}")
  @EnumSource
  void leavesKnownKeysAloneWhenUnknownKidsMeetHangingIssuer(Server server) {
    try (LoadedApi api = LoadedApi.warm(server, Pace.SOON)) {
      Watch watch = Watch.begin(api, suite, form.fault);

      api.issuer().answer(ScriptedIssuer.KEYS, Reply.silence());
      OpenLoop known = api.callers().known(form.perSecond, form.fault);
      Tally kids = api.callers().flood(KIDS_PER_SECOND / 2, form.fault).tally();

      watch.end(
          "hanging, flood of unknown kids",
          known.tally(),
          kids.sent() + " kids: " + kids.answers());
      assertThat(kids.count(401) + kids.count(503)).as(kids.answers()).isEqualTo(kids.sent());
      assertThat(kids.lastStatus()).isEqualTo(503);
    }
  }

  @ParameterizedTest(name = "on {0}")
  @EnumSource
  void servesOpenPathsWhileFortyWaitForColdHangingIssuer(Server server) {
    try (LoadedApi api = LoadedApi.cold(server, Pace.cooldown(COOLDOWN))) {
      Watch watch = Watch.begin(api, suite, ofSeconds(4));
      OpenLoop open = api.callers().passersBy(form.perSecond, ofSeconds(4));

      Tally callers = api.callers().crowd(api.tokens(api.known(), 40)).tally();

      watch.end(
          "cold and hanging, 40 callers (load: /public)",
          open.tally(),
          "%s, the last after %.1f s".formatted(callers.answers(), callers.max().toMillis() / 1e3));
      assertThat(callers.count(503)).as(callers.answers()).isEqualTo(40);
      assertThat(callers.max()).isLessThan(ofSeconds(5));
    }
  }
}
