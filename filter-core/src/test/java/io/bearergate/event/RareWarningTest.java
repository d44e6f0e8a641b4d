package io.bearergate.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RareWarningTest {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final List<String> logged = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final System.Logger log =
      new System.Logger() {
        @Override
        public String getName() {
          return "recorder";
        }

        @Override
        public boolean isLoggable(Level level) {
          return true;
        }

        @Override
        public void log(
            Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
          logged.add(text);
        }

        @Override
        public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            String text,
            @Nullable Object @Nullable ... parameters) {
          logged.add(text);
        }
      };

  /** What a monotonic clock shows means nothing. */
  @ParameterizedTest
  @ValueSource(longs = {0, Long.MIN_VALUE, Long.MAX_VALUE, -1})
  void saysTheFirstAtOnce(long start) {
    nanos.set(start);

    new RareWarning(log, nanos::get).tell("first");

    assertThat(logged).containsExactly("first");
  }

  @Test
  void keepsQuietForAMinute() {
    RareWarning warning = new RareWarning(log, nanos::get);
    warning.tell("first");

    nanos.addAndGet(MINUTE - 1);
    warning.tell("second");
    nanos.addAndGet(1);
    warning.tell("third");
    warning.tell("fourth");

    assertThat(logged).containsExactly("first", "third");
  }
}
