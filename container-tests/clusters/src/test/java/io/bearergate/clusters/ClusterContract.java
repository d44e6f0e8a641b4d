package io.bearergate.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A DPoP proof is good for one request to the cluster (RFC 9449 §11.1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterContract {

  static final Duration SOON = Duration.ofSeconds(30);
  private static final int AT_ONCE = 8;

  Nodes nodes;

  /** Two nodes, and what is between them. */
  abstract Nodes join() throws Exception;

  @BeforeAll
  void start() throws Exception {
    nodes = join();
    await().atMost(SOON).until(() -> nodes.send(0, nodes.proven()).status() == 200);
    await().atMost(SOON).until(() -> nodes.send(1, nodes.proven()).status() == 200);
  }

  @AfterAll
  void stop() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @Test
  @DisplayName("RS.11 − a proof that one node has seen is refused by the other")
  void refusesReplayOnTheOtherNode() {
    RawRequest request = nodes.proven();

    assertThat(nodes.send(0, request).status()).isEqualTo(200);
    Refusal.C4.isGivenBy(nodes.send(1, request));
    Refusal.C4.isGivenBy(nodes.send(0, request));
  }

  @Test
  @DisplayName("RS.11 + either node takes a proof that nobody has seen")
  void takesNewProofsOnBoth() {
    assertThat(nodes.send(0, nodes.proven()).status()).isEqualTo(200);
    assertThat(nodes.send(1, nodes.proven()).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.11 + the longest and strangest identifier is one like others")
  void takesAnyIdentifier() {
    RawRequest request = nodes.proven(p -> p.claim("jti", "\u00e9\u0000* ".repeat(64)));

    assertThat(nodes.send(0, request).status()).isEqualTo(200);
    Refusal.C4.isGivenBy(nodes.send(1, request));
  }

  @Test
  @DisplayName("RS.11 − of many uses of one proof at the same time, at both nodes, one passes")
  void takesOneOfManyAtOnce() {
    RawRequest request = nodes.proven();
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> nodes.send(n % 2, request).status(), clients))
              .toList();

      assertThat(answers.stream().map(CompletableFuture::join))
          .hasSize(AT_ONCE)
          .containsOnly(200, 401)
          .containsOnlyOnce(200);
    } finally {
      clients.shutdownNow();
    }
  }
}
