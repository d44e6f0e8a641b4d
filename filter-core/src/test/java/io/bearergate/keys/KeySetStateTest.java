package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeySetStateTest {

  @AutoClose private final FetchThreads threads = new FetchThreads();

  /** Without memory for a thread, a deadline or an end, nobody would ever fetch again. */
  @ParameterizedTest
  @EnumSource(Attempt.Cause.class)
  void waitsForEverForNoAttempt(Attempt.Cause cause) {
    Attempt lost = new Attempt(cause, 0, threads, attempt -> {});
    KeySetState state = KeySetState.empty(0).started(lost, Duration.ofSeconds(5));
    long minute = Duration.ofMinutes(1).toNanos();

    assertThat(state.timerIsDue(5 * minute)).isFalse();
    assertThat(state.keyIdIsDue(5 * minute)).isFalse();

    assertThat(state.timerIsDue(6 * minute)).isTrue();
    assertThat(state.keyIdIsDue(6 * minute)).isTrue();
  }
}
