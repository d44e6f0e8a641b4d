package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sender.SeenProofs.Bounds;
import io.bearergate.sender.SeenProofs.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("RS.11 proofs in memory")
class ProofsInMemoryTest {

  private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration LIFETIME = Duration.ofSeconds(90);
  private static final long PLENTY = 1_000_000;

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);

  private SeenProofs bounded(int proofs, long bytes, int ofKey) {
    return SeenProofs.inMemory(now::get, new Bounds(proofs, bytes, ofKey));
  }

  private static Use use(SeenProofs seen, String key, String id) {
    return seen.use(key, id, LIFETIME);
  }

  @Test
  void takesProofOnce() {
    SeenProofs seen = bounded(10, PLENTY, 10);

    assertThat(use(seen, "key", "id")).isEqualTo(Use.FIRST);
    assertThat(use(seen, "key", "id")).isEqualTo(Use.REPLAYED);
    assertThat(use(seen, "key", "Id")).isEqualTo(Use.FIRST);
    assertThat(use(seen, "other", "id")).isEqualTo(Use.FIRST);
  }

  @Test
  void remembersProofToTheEndOfItsLifetime() {
    SeenProofs seen = bounded(10, PLENTY, 10);
    use(seen, "key", "id");

    now.set(BEGIN.plus(LIFETIME));
    assertThat(use(seen, "key", "id")).isEqualTo(Use.REPLAYED);
    now.set(BEGIN.plus(LIFETIME).plusNanos(1));
    assertThat(use(seen, "key", "id")).isEqualTo(Use.FIRST);
  }

  @Test
  void isNoLongerUsedByRefusedReplay() {
    SeenProofs seen = bounded(10, PLENTY, 10);
    use(seen, "key", "id");

    now.set(BEGIN.plusSeconds(80));
    use(seen, "key", "id");
    now.set(BEGIN.plusSeconds(91));
    assertThat(use(seen, "key", "id")).isEqualTo(Use.FIRST);
  }

  @Test
  void forgetsNoLiveProofToMakeRoom() {
    SeenProofs seen = bounded(2, PLENTY, 10);
    use(seen, "a", "1");
    use(seen, "b", "1");

    assertThat(use(seen, "c", "1")).isEqualTo(Use.UNAVAILABLE);
    assertThat(use(seen, "a", "1")).isEqualTo(Use.REPLAYED);
    assertThat(use(seen, "b", "1")).isEqualTo(Use.REPLAYED);
  }

  @Test
  void hasRoomAgainForWhatHasEnded() {
    SeenProofs seen = bounded(2, PLENTY, 1);
    use(seen, "a", "1");
    now.set(BEGIN.plusSeconds(60));
    use(seen, "b", "1");

    now.set(BEGIN.plusSeconds(91));
    assertThat(use(seen, "a", "2")).isEqualTo(Use.FIRST);
    assertThat(use(seen, "b", "2")).isEqualTo(Use.TOO_MANY_OF_KEY);
    assertThat(use(seen, "c", "1")).isEqualTo(Use.UNAVAILABLE);
  }

  @Test
  void letsProofsEndInAnyOrder() {
    SeenProofs seen = bounded(2, PLENTY, 10);
    seen.use("key", "long", Duration.ofMinutes(10));
    seen.use("key", "short", Duration.ofSeconds(1));

    now.set(BEGIN.plusSeconds(2));
    assertThat(use(seen, "key", "short")).isEqualTo(Use.FIRST);
    assertThat(use(seen, "key", "long")).isEqualTo(Use.REPLAYED);
  }

  @Test
  void boundsWhatOneKeyMayHave() {
    SeenProofs seen = bounded(10, PLENTY, 2);
    use(seen, "key", "1");
    use(seen, "key", "2");

    assertThat(use(seen, "key", "3")).isEqualTo(Use.TOO_MANY_OF_KEY);
    assertThat(use(seen, "key", "1")).isEqualTo(Use.REPLAYED);
    assertThat(use(seen, "other", "3")).isEqualTo(Use.FIRST);
  }

  @Test
  void boundsItsMemory() {
    SeenProofs seen = bounded(1_000_000, 10_000, 1_000_000);
    String longest = "x".repeat(255);

    long taken =
        IntStream.range(0, 100)
            .mapToObj(n -> use(seen, "key", longest + (char) ('!' + n)))
            .takeWhile(Use.FIRST::equals)
            .count();

    assertThat(taken).isBetween(8L, 12L);
  }

  @Test
  @DisplayName("RS.11 − ids chosen to share one hash are told apart, and cost no more for it")
  void tellsIdsOfOneHashApart() {
    SeenProofs seen = bounded(100_000, 1L << 30, 100_000);
    List<String> alike = alike(13);

    assertThat(alike.stream().map(String::hashCode).distinct()).hasSize(1);
    assertThat(alike.stream().map(id -> use(seen, "key", id))).containsOnly(Use.FIRST);
    assertThat(alike.stream().map(id -> use(seen, "key", id))).containsOnly(Use.REPLAYED);
  }

  /** {@code Aa} and {@code BB} have one hash, and so has whatever is made of as many of them. */
  private static List<String> alike(int pairs) {
    return IntStream.range(0, 1 << pairs)
        .mapToObj(
            bits ->
                IntStream.range(0, pairs)
                    .mapToObj(pair -> (bits >> pair & 1) == 0 ? "Aa" : "BB")
                    .collect(Collectors.joining()))
        .toList();
  }

  @RepeatedTest(20)
  @DisplayName("RS.11 − of many uses of one proof at the same time, one is the first")
  void isAtomic() {
    SeenProofs seen = bounded(1_000_000, PLENTY, 1_000_000);
    int threads = 32;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<CompletableFuture<Use>> uses =
          IntStream.range(0, threads)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> used(seen, together), pool))
              .toList();

      assertThat(uses.stream().map(CompletableFuture::join))
          .hasSize(threads)
          .containsOnlyOnce(Use.FIRST)
          .containsOnly(Use.FIRST, Use.REPLAYED);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Use used(SeenProofs seen, CyclicBarrier together) {
    try {
      together.await();
      return use(seen, "key", "id");
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("the threads did not begin together", e);
    }
  }
}
