package io.bearergate.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.SilentServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An issuer that accepts connections and never answers takes nobody with it. */
public abstract class HungIssuerContract extends ContainerContract {

  private static final int CALLERS = 40;
  private static final Duration PATIENCE = ofSeconds(5);

  private final ExecutorService callers = Executors.newFixedThreadPool(2 * CALLERS);
  private final SilentServer silent = SilentServer.start();
  private final CapturedLog log = CapturedLog.start();
  private TestApi api;

  @BeforeAll
  void start() {
    api =
        api()
            .set(Setting.STARTUP, "lazy")
            .set(Setting.JWKS_URI, silent.address() + "jwks")
            .echoing("/public/*")
            .serving("/*", new Echo("other"))
            .start();
  }

  @AfterAll
  void stop() {
    log.close();
    callers.shutdownNow();
    api.close();
    silent.close();
  }

  /** An answer and how long it took. */
  private record Timed(Answer answer, Duration took) {}

  private Timed timed(String path, String token) {
    long began = System.nanoTime();
    Answer answer = token.isEmpty() ? api.get(path) : api.get(path, token);
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - began));
  }

  private List<Future<Timed>> callAll(String path, String token) {
    List<Future<Timed>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(callers.submit(() -> timed(path, token)));
    }
    return calls;
  }

  private static List<Timed> results(List<Future<Timed>> calls)
      throws ExecutionException, InterruptedException {
    List<Timed> results = new ArrayList<>();
    for (Future<Timed> call : calls) {
      results.add(call.get());
    }
    return results;
  }

  @Test
  @DisplayName("RS.4 answers 40 callers at once with 503 in time, and open paths as ever")
  void answersEverybodyInTime() throws Exception {
    List<Future<Timed>> closed = callAll("/a", api.token());
    List<Future<Timed>> open = callAll("/public", "");

    assertThat(results(open))
        .allSatisfy(call -> assertThat(call.answer().status()).isEqualTo(200))
        .allSatisfy(call -> assertThat(call.took()).isLessThan(PATIENCE));
    assertThat(results(closed))
        .allSatisfy(call -> Refusal.C6.isGivenBy(call.answer()))
        .allSatisfy(call -> assertThat(call.took()).isLessThan(PATIENCE));
  }

  @Test
  @DisplayName("leaves no container thread waiting once everybody is answered")
  void freesContainerThreads() throws Exception {
    var unused = results(callAll("/a", api.token()));

    await().atMost(ofSeconds(1)).until(() -> threadsInsideTheFilter().isEmpty());
  }

  private static List<String> threadsInsideTheFilter() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            thread ->
                Arrays.stream(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().endsWith(".BearergateFilter")))
        .map(thread -> thread.getKey().getName())
        .toList();
  }
}
