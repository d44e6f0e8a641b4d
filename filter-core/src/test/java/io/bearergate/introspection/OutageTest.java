package io.bearergate.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Outage outage = new Outage("https://issuer.test/");

  @Test
  void permitsEveryCallWhileTheIssuerAnswers() {
    assertThat(outage.isOn()).isFalse();
    assertThat(outage.permits(0)).isTrue();
    assertThat(outage.permits(0)).isTrue();
  }

  @Test
  void permitsNoneUntilTheBackOffIsOver() {
    outage.failed("down", 0, 0, Duration.ZERO);

    assertThat(outage.permits(SECOND - 1)).isFalse();
    assertThat(outage.left(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void permitsOneThatTriesAgain() {
    outage.failed("down", 0, 0, Duration.ZERO);

    assertThat(outage.permits(SECOND)).isTrue();
    assertThat(outage.permits(SECOND)).isFalse();
  }

  @Test
  void permitsAnotherWhenTheOneThatTriedNeverEnded() {
    outage.failed("down", 0, 0, Duration.ZERO);
    outage.permits(SECOND);

    assertThat(outage.permits(6 * SECOND)).isTrue();
  }

  @Test
  void waitsLongerWithEveryFailureAndNotForEver() {
    assertThat(waitAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(waitAfter(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(waitAfter(5)).isEqualTo(Duration.ofSeconds(16));
    assertThat(waitAfter(100)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void waitsAsTheIssuerAsksWithinBounds() {
    outage.failed("busy", 0, 0, Duration.ofSeconds(20));
    assertThat(outage.left(0)).isEqualTo(Duration.ofSeconds(20));

    Outage other = new Outage("https://issuer.test/");
    other.failed("busy", 0, 0, Duration.ofDays(1));
    assertThat(other.left(0)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void countsCallsThatRanTogetherAsOne() {
    outage.failed("down", 0, SECOND, Duration.ZERO);
    outage.failed("down", 0, SECOND, Duration.ZERO);

    assertThat(outage.left(SECOND)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void isOverWithTheFirstAnswer() {
    outage.failed("down", 0, 0, Duration.ZERO);
    outage.ended();

    assertThat(outage.isOn()).isFalse();
    assertThat(outage.permits(0)).isTrue();
  }

  private static Duration waitAfter(int failures) {
    Outage failing = new Outage("https://issuer.test/");
    for (int i = 1; i <= failures; i++) {
      failing.failed("down", i, i, Duration.ZERO);
    }
    return failing.left(failures);
  }
}
