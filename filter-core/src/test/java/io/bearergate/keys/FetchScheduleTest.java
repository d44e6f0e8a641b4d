package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchScheduleTest {

  private static FetchSchedule schedule(double random) {
    return new FetchSchedule(Duration.ofMinutes(5), () -> random);
  }

  @Test
  void spreadsRefreshesTenPercentEitherWayOfFourFifths() {
    assertThat(schedule(0).afterSuccess(Optional.empty())).isEqualTo(Duration.ofSeconds(216));
    assertThat(schedule(0.5).afterSuccess(Optional.empty())).isEqualTo(Duration.ofMinutes(4));
    assertThat(schedule(1).afterSuccess(Optional.empty())).isEqualTo(Duration.ofSeconds(264));
  }

  @ParameterizedTest
  @CsvSource({"0,48", "10,48", "60,48", "100,80", "300,240", "86400,240"})
  void letsTheIssuerShortenTheAgeToOneMinuteAndNeverLengthenIt(long maxAge, long seconds) {
    Optional<Duration> asked = Optional.of(Duration.ofSeconds(maxAge));

    assertThat(schedule(0.5).afterSuccess(asked)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,50", "8,50", "2000000000,50"})
  void doublesTheTimeBetweenRetriesUpToAMinute(int failures, long seconds) {
    assertThat(schedule(0.5).afterFailure(failures)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(schedule(0).afterFailure(failures)).isEqualTo(Duration.ofMillis(seconds * 800));
  }

  @Test
  void noticesTheEndOfAnOutageWithinAMinute() {
    assertThat(schedule(1).afterFailure(100)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @CsvSource({"1,0,1", "1,30,30", "5,10,16", "7,10,50", "1,60,50", "1,999999999,50"})
  void isPutOffAsTheIssuerAsksWithinTheLongestRetry(int failures, long asked, long least) {
    Duration retryAfter = Duration.ofSeconds(asked);

    for (double random : new double[] {0, 0.5, 0.999}) {
      assertThat(schedule(random).afterFailure(failures, retryAfter))
          .isGreaterThanOrEqualTo(schedule(random).afterFailure(failures))
          .isBetween(
              Duration.ofMillis(Math.min(asked, 50) * 1000), Duration.ofMillis(least * 1200));
    }
  }
}
