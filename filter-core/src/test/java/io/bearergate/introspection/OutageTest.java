package io.bearergate.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.PostOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Outage outage = new Outage("https://issuer.test/", "tokens");

  @Test
  void permitsEveryCallWhileTheIssuerAnswers() {
    assertThat(outage.isOn()).isFalse();
    assertThat(outage.permits(0)).isTrue();
    assertThat(outage.permits(0)).isTrue();
  }

  @Test
  void permitsNoneUntilTheBackOffIsOver() {
    failed(outage, 0, 0);

    assertThat(outage.permits(SECOND - 1)).isFalse();
    assertThat(outage.left(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void permitsOneThatTriesAgain() {
    failed(outage, 0, 0);

    assertThat(outage.permits(SECOND)).isTrue();
    assertThat(outage.permits(SECOND)).isFalse();
  }

  @Test
  void permitsAnotherWhenTheOneThatTriedNeverEnded() {
    failed(outage, 0, 0);
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
    outage.failed(busy(Duration.ofSeconds(20)), "key", 0, 0);
    assertThat(outage.left(0)).isEqualTo(Duration.ofSeconds(20));

    Outage other = new Outage("https://issuer.test/", "tokens");
    other.failed(busy(Duration.ofDays(1)), "key", 0, 0);
    assertThat(other.left(0)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void countsCallsThatRanTogetherAsOne() {
    failed(outage, 0, SECOND);
    failed(outage, 0, SECOND);

    assertThat(outage.left(SECOND)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void isOverWithTheFirstAnswer() {
    failed(outage, 0, 0);
    outage.ended();

    assertThat(outage.isOn()).isFalse();
    assertThat(outage.permits(0)).isTrue();
  }

  @Test
  void beginsNotWithOneTokenThatIsRefusedAgainAndAgain() {
    refused("poison", 1);
    refused("poison", 2);

    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void beginsWhenTwoTokensAreRefusedInARow() {
    refused("one", 1);
    refused("two", 2);

    assertThat(outage.isOn()).isTrue();
  }

  @Test
  void beginsNotWithTwoThatWereRefusedWithAnAnswerBetween() {
    refused("one", 1);
    outage.ended();
    refused("two", 2);

    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void waitsNoLongerBecauseTheSameTokenIsRefusedOnceMore() {
    refused("one", 1);
    refused("two", 2);
    refused("two", 3);
    refused("two", 4);

    assertThat(outage.left(4)).isEqualTo(Duration.ofSeconds(2));
  }

  private void refused(String key, long now) {
    outage.failed(new PostOutcome.Failed("HTTP status 403", true, Duration.ZERO), key, now, now);
  }

  private static void failed(Outage outage, long startedAt, long now) {
    outage.failed(busy(Duration.ZERO), "key", startedAt, now);
  }

  private static PostOutcome.Failed busy(Duration retryAfter) {
    return new PostOutcome.Failed("down", false, retryAfter);
  }

  private static Duration waitAfter(int failures) {
    Outage failing = new Outage("https://issuer.test/", "tokens");
    for (int i = 1; i <= failures; i++) {
      failed(failing, i, i);
    }
    return failing.left(failures);
  }
}
