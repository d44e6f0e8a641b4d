package io.bearergate.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Crowd crowd = new Crowd(0);

  @Test
  void letsSoManyCallsAboutStrangersBeginAndNoMore() {
    assertThat(entered(false, 40, 0)).isEqualTo(Crowd.MOST_CALLS);
  }

  @Test
  void letsOneMoreBeginWhenOneHasEnded() {
    entered(false, Crowd.MOST_CALLS, 0);
    crowd.leave(false);

    assertThat(entered(false, 2, 0)).isOne();
  }

  @Test
  void keepsCallsForTokensThatWereKnown() {
    entered(false, 40, 0);

    assertThat(entered(true, 40, 0)).isEqualTo(Crowd.MOST_CALLS);
  }

  @Test
  void asksNoMoreAboutStrangersOnceSoManyWereBad() {
    vain(Crowd.MOST_VAIN, 0);

    assertThat(crowd.enter(false, 0)).isFalse();
    assertThat(crowd.enter(true, 0)).isTrue();
  }

  @Test
  void asksAgainAsTimeGoesBy() {
    vain(Crowd.MOST_VAIN + 1, 0);

    assertThat(crowd.enter(false, SECOND / Crowd.MOST_VAIN)).isFalse();
    assertThat(crowd.enter(false, SECOND / Crowd.MOST_VAIN + 1)).isTrue();
  }

  @Test
  void savesNoMoreThanASecondUp() {
    vain(Crowd.MOST_VAIN, 60 * SECOND);

    assertThat(crowd.enter(false, 60 * SECOND)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"false, 256", "true, 16"})
  void letsFewerWaitWhileTheIssuerFails(boolean outage, int most) {
    long waiting = IntStream.range(0, 300).filter(i -> crowd.enterWaiting(outage)).count();

    assertThat(waiting).isEqualTo(most);
  }

  private long entered(boolean renewal, int times, long now) {
    return IntStream.range(0, times).filter(i -> crowd.enter(renewal, now)).count();
  }

  private void vain(int times, long now) {
    IntStream.range(0, times).forEach(i -> crowd.vain(now));
  }
}
