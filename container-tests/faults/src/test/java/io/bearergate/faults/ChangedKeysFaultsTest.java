package io.bearergate.faults;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.faults.LoadedApi.Pace;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys come and go under load, and by whatever clock; tokens of those that stay notice nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(SuiteExtension.class)
class ChangedKeysFaultsTest {

  /** A refresh, a tick of the timer, the fetch; and a second for a busy machine. */
  private static final Duration REFRESHED = ofSeconds(4);

  private final Suite suite;
  private final Form form;

  ChangedKeysFaultsTest(Suite suite) {
    this.suite = suite;
    this.form = suite.form();
  }

  Stream<Server> servers() {
    return form.servers();
  }

  @ParameterizedTest(name = "on {0}")
  @MethodSource("servers")
  void takesNewKeyAtOnceAndOldOneUntilItIsRemoved(Server server) {
    try (LoadedApi api = LoadedApi.warm(server, Pace.SOON)) {
      String oldToken = api.token(api.leaving(), 0);
      TestKey added = api.keys().add(TestKey.generate("ES256", "key-3"));
      Watch watch = Watch.begin(api, suite, ofSeconds(9));
      OpenLoop known = api.callers().known(form.perSecond, ofSeconds(9));

      api.publish();
      OpenLoop newCallers = api.callers().with(api.token(added, 0), 20, ofSeconds(3));
      Tally old = api.callers().with(oldToken, 20, ofSeconds(3)).tally();
      Tally fresh = newCallers.tally();
      api.keys().remove(api.leaving());
      api.publish();
      Tally removed = api.callers().with(oldToken, 20, ofSeconds(5)).tally();

      watch.end(
          "rotation",
          known.tally(),
          "new key accepted after %s, old one refused %s after its removal"
              .formatted(seconds(fresh.first(200)), seconds(removed.first(401))));
      assertThat(old.count(200)).isEqualTo(old.sent());
      assertThat(fresh.first(200)).isLessThan(ofSeconds(2));
      assertThat(fresh.since(200).count(200)).isEqualTo(fresh.since(200).sent());
      assertEnded(removed);
    }
  }

  Stream<Arguments> removals() {
    return form.servers()
        .flatMap(
            server ->
                Stream.of(
                    Arguments.of("removed key", Duration.ZERO, server),
                    Arguments.of("removed key, clock a day ahead", ofDays(1), server),
                    Arguments.of("removed key, clock a day back", ofDays(-1), server)));
  }

  @ParameterizedTest(name = "{0} on {2}")
  @MethodSource("removals")
  void refusesRemovedKeyAfterTheNextRefresh(String name, Duration jump, Server server) {
    try (LoadedApi api = LoadedApi.warm(server, Pace.SOON)) {
      String token = api.token(api.leaving(), 0);
      assertThat(api.callers().with(token, 20, ofSeconds(1)).tally().count(200)).isEqualTo(20);
      Watch watch = Watch.begin(api, suite, ofSeconds(6));
      OpenLoop known = api.callers().known(form.perSecond, ofSeconds(6));

      api.clock().advance(jump);
      api.keys().remove(api.leaving());
      api.publish();
      Tally removed = api.callers().with(token, 20, ofSeconds(5)).tally();

      watch.end(name, known.tally(), "refused after " + seconds(removed.first(401)));
      assertEnded(removed);
    }
  }

  private static void assertEnded(Tally removed) {
    assertThat(removed.first(401)).isLessThan(REFRESHED);
    assertThat(removed.since(401).count(401)).isEqualTo(removed.since(401).sent());
  }

  private static String seconds(Duration span) {
    return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1e3);
  }
}
