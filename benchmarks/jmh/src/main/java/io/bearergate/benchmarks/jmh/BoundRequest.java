package io.bearergate.benchmarks.jmh;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.Stores;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.rejection.Challenge;
import io.bearergate.sender.SeenProofs;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a request with a token bound to a key costs (RFC 9449), the token seen before and the proof
 * never, up to the decision; and its proof's signature alone.
 */
@State(Scope.Thread)
public class BoundRequest {

  private static final String PATH = "/api/orders/4711";
  private static final int REQUESTS = 100;

  /** About a thousand proofs live at any time. */
  private static final long MILLIS_APART = 90;

  private static final String CLAIMS =
      """
      {"iss":"%s","sub":"auth0|5f7c8ec7c33c6c004bbafe82","aud":"%s","azp":"my_client_id","iat":%d,"exp":%d,\
      "scope":"openid read:orders","cnf":{"jkt":"%s"}}""";

  /** What proofs are signed with. */
  @Param({"ES256", "EdDSA", "RS256"})
  public String algorithm;

  @Param({"off", "on"})
  public String nonce;

  private final AtomicLong uses = new AtomicLong();
  private Gate gate;
  private List<HeaderView> requests;
  private Callable<Object> signature;
  private int next;

  @Setup
  public void open() throws Exception {
    Mint mint = Mint.of("RS256");
    TestKey holder = TestKey.generate(algorithm, "holder");
    Instant now = Instant.now();
    String token = token(mint, holder, now);
    GateConfigBuilder settings =
        BearergateVerifier.settings(mint)
            .rules("GET /api/orders/** scope read:orders")
            .set(Setting.DPOP_NONCE, nonce);
    gate = Gate.open(settings.build(), () -> now, GateListener.NONE, stores());
    String given = asked(request(proof(holder, token, now), token));
    requests =
        IntStream.range(0, REQUESTS)
            .mapToObj(i -> request(proof(holder, token, now).claim("nonce", given), token))
            .toList();
    signature =
        RawSignature.of(holder, SignatureProvider.JDK).verification(requests.get(0).proof());
  }

  private static String token(Mint mint, TestKey holder, Instant now) {
    long second = now.getEpochSecond();
    return mint.key()
        .sign(
            "{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"key-1\"}",
            CLAIMS.formatted(
                Mint.ISSUER, Mint.AUDIENCE, second, second + 3600, holder.thumbprint()));
  }

  private static TestProof proof(TestKey holder, String token, Instant now) {
    return TestProof.of(holder, "GET", Mint.AUDIENCE + PATH, token, now);
  }

  private static HeaderView request(TestProof proof, String token) {
    return new HeaderView(PATH, "DPoP " + token, proof.compact());
  }

  /** The nonce that the gate wants of proofs; any text where it wants none. */
  private String asked(HeaderView first) {
    return gate.decide(first) instanceof Decision.Refuse refuse
        ? refuse.challenge().headers().stream()
            .filter(field -> field.name().equals("DPoP-Nonce"))
            .map(Challenge.HeaderField::value)
            .findFirst()
            .orElseThrow()
        : "none";
  }

  /**
   * In memory, as by default; that the same proofs come again is not seen, as each use is written
   * down under a number of its own.
   */
  private Stores stores() {
    InstantSource passing = () -> Instant.ofEpochMilli(uses.get() * MILLIS_APART);
    SeenProofs seen = SeenProofs.inMemory(passing);
    return Stores.inMemory(passing)
        .withSeenProofs(
            (key, id, lifetime) ->
                seen.use(key, id.substring(0, 20) + uses.incrementAndGet(), lifetime));
  }

  @TearDown
  public void close() {
    gate.close();
  }

  @Benchmark
  public Object toDecision() {
    next = (next + 1) % REQUESTS;
    if (gate.decide(requests.get(next)) instanceof Decision.Admit admit) {
      return admit;
    }
    throw new IllegalStateException("a good request was refused");
  }

  @Benchmark
  public Object proofSignature() throws Exception {
    return signature.call();
  }
}
