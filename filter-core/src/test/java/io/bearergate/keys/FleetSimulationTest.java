package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bearergate.keys.FleetSimulation.Load;
import io.bearergate.keys.FleetSimulation.Outage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code docs/scaling.md} says of a fleet, as the schedule does it. */
class FleetSimulationTest {

  private static final int NODES = 1000;
  private static final Duration REFRESH = Duration.ofMinutes(5);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private static FleetSimulation fleet(int nodes, Duration refresh) {
    return new FleetSimulation(nodes, refresh, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"1,5", "10,5", "100,5", "1000,5", "1000,60"})
  void fetchesOnceInFourFifthsOfTheRefreshTimeANode(int nodes, int minutes) {
    Duration refresh = Duration.ofMinutes(minutes);
    Load load = fleet(nodes, refresh).run(HOUR.multipliedBy(100), Outage.NONE);

    double expected = nodes * 100.0 * 60 / (0.8 * minutes);
    assertThat((double) load.fetches(Duration.ZERO, HOUR.multipliedBy(100)))
        .isCloseTo(expected, within(expected * 0.03));
  }

  @Test
  void spreadsFleetThatStartedAtOneMomentFromTheFirstRefreshOn() {
    Load load = fleet(NODES, REFRESH).run(HOUR.multipliedBy(3), Outage.NONE);

    assertThat(load.peak(Duration.ZERO, SECOND)).isEqualTo(NODES);
    assertThat(load.peak(SECOND, REFRESH)).isLessThan(NODES / 20);
    assertThat(load.peak(HOUR.multipliedBy(2), HOUR.multipliedBy(3))).isLessThan(NODES / 50);
  }

  @Test
  void peaksAtStartByTheTimeTheRestartTakes() {
    Load rolling =
        new FleetSimulation(NODES, REFRESH, Duration.ofMinutes(10)).run(HOUR, Outage.NONE);

    assertThat(rolling.peak(Duration.ZERO, HOUR)).isLessThan(NODES / 50);
  }

  @Test
  void triesAboutOnceAMinuteANodeInAnOutage() {
    Load load = fleet(NODES, REFRESH).run(HOUR.multipliedBy(3), new Outage(HOUR, HOUR.plus(HOUR)));

    assertThat(load.fetches(HOUR.plusMinutes(15), HOUR.plusMinutes(45)) / 30.0)
        .isBetween(0.9 * NODES, 1.3 * NODES);
  }

  @Test
  void comesBackWithoutAStampedeAfterAnOutage() {
    Duration back = HOUR.plusMinutes(10);
    Load load = fleet(NODES, REFRESH).run(HOUR.multipliedBy(3), new Outage(HOUR, back));

    assertThat(load.peak(back, back.plus(HOUR))).isLessThan(NODES / 20);
    assertThat(load.fetches(back, back.plus(MINUTE).plusSeconds(15))).isGreaterThan(NODES * 9 / 10);
  }

  @Test
  void comesBackWithoutAStampedeWhenTheIssuerWasDownAtStart() {
    Duration back = Duration.ofMinutes(10);
    Load load = fleet(NODES, REFRESH).run(HOUR, new Outage(Duration.ZERO, back));

    assertThat(load.peak(back, HOUR)).isLessThan(NODES / 20);
  }

  @Test
  void stepsTogetherOnlyForTheFirstTriesWhenTheIssuerIsDownAtStart() {
    Duration halfMinute = Duration.ofSeconds(30);
    Load load = fleet(NODES, REFRESH).run(Duration.ofMinutes(9), new Outage(Duration.ZERO, HOUR));

    assertThat(load.peak(SECOND, halfMinute)).isGreaterThan(NODES / 4);
    assertThat(load.peak(MINUTE.multipliedBy(5), MINUTE.multipliedBy(9))).isLessThan(NODES / 20);
  }
}
