package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.attack.ProofTarget;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.sender.SeenProofs;
import io.bearergate.sender.SeenProofs.Bounds;
import io.bearergate.test.TestKey;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A DPoP proof is good for one request (RFC 9449 §11.1). */
public abstract class ReplayContract extends SharedApiContract {

  private static final String WHOAMI = "/api/whoami";
  private static final int AT_ONCE = 16;

  private final TestKey holder = TestKey.generate("ES256", "holder");
  private final TestKey stranger = TestKey.generate("ES256", "stranger");

  @Override
  TestApi.Plan plan() {
    return api().serving("/*", new Echo("other"));
  }

  private ProofTarget target() {
    return target(api, holder);
  }

  private ProofTarget target(TestApi of, TestKey key) {
    return new ProofTarget(of.base(), of.now(), key, stranger, of::token);
  }

  @Test
  @DisplayName("RS.11 − a proof is good for one request")
  void refusesReplay() {
    RawRequest request = target().request(p -> p);

    assertThat(api.send(request).status()).isEqualTo(200);
    Refusal.C4.isGivenBy(api.send(request));
  }

  @Test
  @DisplayName("RS.11 − a proof of the same jti is a replay, however it is written")
  void refusesReusedIdentifier() {
    assertThat(api.send(target().request(p -> p.claim("jti", "once"))).status()).isEqualTo(200);

    Refusal.C4.isGivenBy(api.send(target().request(p -> p.claim("jti", "once").claim("a", 1))));
  }

  @Test
  @DisplayName("RS.11 + another key may use the same jti")
  void keepsKeysApart() {
    ProofTarget other = target(api, stranger);

    assertThat(api.send(target().request(p -> p.claim("jti", "both"))).status()).isEqualTo(200);
    assertThat(api.send(other.request(p -> p.claim("jti", "both"))).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("RS.11 − a proof stays used up to the last moment it is current")
  void remembersProofForItsWholeLife() {
    RawRequest ahead =
        target().request(p -> p.claim("iat", SettableClock.BEGIN.getEpochSecond() + 30));
    assertThat(api.send(ahead).status()).isEqualTo(200);

    api.clock().set(SettableClock.BEGIN.plusSeconds(90));
    api.send(ahead);
    api.clock().set(SettableClock.BEGIN.plusSeconds(91));
    api.send(ahead);

    assertThat(api.events().refusals())
        .extracting(Enum::name)
        .containsExactly("PROOF_REPLAYED", "PROOF_NOT_CURRENT");
  }

  @Test
  @DisplayName("RS.11 − a proof that was refused is not used up")
  void forgetsRefusedProof() {
    String token = target().bound();
    RawRequest good = api.proven("GET", WHOAMI, holder, token);
    RawRequest elsewhere = new RawRequest("GET", "/api/other", good.headers(), "");

    Refusal.C4.isGivenBy(api.send(elsewhere));
    assertThat(api.send(good).status()).isEqualTo(200);
  }

  @RepeatedTest(5)
  @DisplayName("RS.11 − of many uses of one proof at the same time, one passes")
  void admitsOneOfManyAtOnce() {
    RawRequest request = target().request(p -> p);
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, AT_ONCE)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> use(request, together), clients))
              .toList();

      assertThat(answers.stream().map(CompletableFuture::join))
          .hasSize(AT_ONCE)
          .containsOnly(200, 401)
          .containsOnlyOnce(200);
    } finally {
      clients.shutdownNow();
    }
  }

  /** Each on a connection that is open already. */
  private int use(RawRequest request, CyclicBarrier together) {
    try (RawConnection connection = RawConnection.to(api.base())) {
      connection.send(RawRequest.get("/public/x"));
      together.await();
      return connection.send(request).status();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("the clients did not begin together", e);
    }
  }

  @Test
  @DisplayName("RS.11 − more live proofs of one key than one may have: C4, for that key alone")
  void boundsProofsOfKey() {
    try (TestApi small = start(plan(), new Bounds(100, 1_000_000, 2))) {
      assertThat(small.send(target(small, holder).request(p -> p)).status()).isEqualTo(200);
      assertThat(small.send(target(small, holder).request(p -> p)).status()).isEqualTo(200);

      Refusal.C4.isGivenBy(small.send(target(small, holder).request(p -> p)));
      assertThat(small.send(target(small, stranger).request(p -> p)).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("RS.11 − full of live proofs: C6, and room again once they are too old to be used")
  void forgetsNoLiveProof() {
    try (TestApi small = start(plan(), new Bounds(2, 1_000_000, 2))) {
      RawRequest first = target(small, holder).request(p -> p);
      assertThat(small.send(first).status()).isEqualTo(200);
      assertThat(small.send(target(small, stranger).request(p -> p)).status()).isEqualTo(200);

      Refusal.C6.isGivenBy(small.send(target(small, holder).request(p -> p)));
      Refusal.C4.isGivenBy(small.send(first));
      small.clock().set(SettableClock.BEGIN.plusSeconds(91));
      assertThat(small.send(target(small, holder).request(p -> p)).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("RS.11 − a store of proofs that fails vouches for none: C6")
  void failsClosed() {
    SeenProofs dead =
        (key, id, lifetime) -> {
          throw new IllegalStateException("no such cluster");
        };
    try (TestApi cut = plan().seeing(dead).start()) {
      Refusal.C6.isGivenBy(cut.send(target(cut, holder).request(p -> p)));
      assertThat(cut.get(WHOAMI, cut.token()).status()).isEqualTo(200);
    }
  }

  private static TestApi start(TestApi.Plan plan, Bounds bounds) {
    return plan.seeing(SeenProofs.inMemory(plan.clock(), bounds)).start();
  }
}
