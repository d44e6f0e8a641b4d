package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FetchThreadsTest {

  @Test
  void goesOnTickingWhateverATickThrows() {
    AtomicInteger ticks = new AtomicInteger();
    try (FetchThreads threads = new FetchThreads()) {
      threads.every(
          Duration.ofMillis(5),
          () -> {
            ticks.incrementAndGet();
            throw new OutOfMemoryError("for a moment");
          });

      Awaitility.await().until(() -> ticks.get() > 2);
    }
  }

  @Test
  void stopsTickingWhenClosed() {
    FetchThreads threads = new FetchThreads();
    threads.every(Duration.ofMillis(1), () -> {});

    threads.close();

    Awaitility.await().until(() -> TestThreads.ours().isEmpty());
    assertThat(threads.start("late", () -> {})).isFalse();
  }

  /** A virtual thread that waits in one keeps its carrier (JEP 444), so there is none. */
  @Test
  void needsNoMonitorAnywhereInThePackage() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/bearergate/keys"))) {
      List<Path> locking = sources.filter(FetchThreadsTest::locks).toList();

      assertThat(locking).isEmpty();
    }
  }

  private static boolean locks(Path source) {
    try {
      return Files.readString(source).matches("(?s).*\\bsynchronized\\b.*");
    } catch (IOException e) {
      throw new IllegalStateException(source + " cannot be read", e);
    }
  }
}
