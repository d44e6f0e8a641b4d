package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sender.SeenProofs.Use;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedProofsTest {

  private static final Logger LOG = Logger.getLogger("io.bearergate.sender");

  private final List<Supplier<Use>> answers = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private final SeenProofs guarded =
      new GuardedProofs((key, id, lifetime) -> answers.remove(0).get(), () -> 0);
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void record() {
    LOG.addHandler(recorder);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopRecording() {
    LOG.removeHandler(recorder);
    LOG.setUseParentHandlers(true);
  }

  private Use use() {
    return guarded.use("key", "id", Duration.ofSeconds(90));
  }

  private static Use failing() {
    throw new IllegalStateException("the id was id");
  }

  @Test
  void handsOnWhatTheStoreSays() {
    answers.add(() -> Use.FIRST);
    answers.add(() -> Use.TOO_MANY_OF_KEY);

    assertThat(use()).isEqualTo(Use.FIRST);
    assertThat(use()).isEqualTo(Use.TOO_MANY_OF_KEY);
    assertThat(logged).isEmpty();
  }

  @Test
  void vouchesForNothingWhereTheStoreFails() {
    answers.add(GuardedProofsTest::failing);

    assertThat(use()).isEqualTo(Use.UNAVAILABLE);
  }

  @Test
  @SuppressWarnings("NullAway") // what a store must not do
  void vouchesForNothingWhereTheStoreSaysNothing() {
    answers.add(() -> null);

    assertThat(use()).isEqualTo(Use.UNAVAILABLE);
    assertThat(logged).hasSize(1);
  }

  @Test
  void tellsOnceOfAStoreThatFailsNowAndAgainAndNothingOfProofs() {
    answers.add(GuardedProofsTest::failing);
    answers.add(GuardedProofsTest::failing);
    answers.add(() -> Use.FIRST);
    answers.add(GuardedProofsTest::failing);

    List.of(1, 2, 3, 4).forEach(call -> use());

    assertThat(logged)
        .hasSize(1)
        .allSatisfy(
            line -> assertThat(line).contains("IllegalStateException").doesNotContain("id was"));
  }
}
