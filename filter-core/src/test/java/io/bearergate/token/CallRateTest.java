package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRateTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private static long permitted(CallRate rate, long now) {
    return IntStream.range(0, 1000).filter(i -> rate.permits(now)).count();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE - 10, Long.MIN_VALUE})
  void letsASecondsShareThroughAtOnceAndThenOneAfterTheOther(long now) {
    CallRate rate = new CallRate(50, now);

    assertThat(permitted(rate, now)).isEqualTo(50);
    assertThat(permitted(rate, now + SECOND / 50 - 1)).isZero();
    assertThat(permitted(rate, now + SECOND / 50)).isEqualTo(1);
    assertThat(permitted(rate, now + SECOND)).isEqualTo(49);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 10})
  void savesUpNoMoreThanASecond(long now) {
    CallRate rate = new CallRate(50, now);

    assertThat(permitted(rate, now + 3600 * SECOND)).isEqualTo(50);
  }
}
