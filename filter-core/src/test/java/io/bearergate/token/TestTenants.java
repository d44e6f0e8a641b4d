package io.bearergate.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.event.GateListener;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import io.bearergate.token.TenantRules.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An application that knows its tenants as a test says, and whose time a test moves. */
final class TestTenants implements AutoCloseable {

  static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  static final Duration LIFETIME = Duration.ofMinutes(10);
  static final String A = "https://a.example.com/";
  static final String B = "https://b.example.com/";
  static final TestKey KEY_A = TestKey.generate("RS256", "key");
  static final TestKey KEY_B = TestKey.generate("RS256", "key"); // of the same kid

  /** Its server is asked for nothing; it ends with the JVM. */
  private static final TestIssuer MINT = TestIssuer.start(() -> NOW);

  final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();
  final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  final AtomicInteger interrupted = new AtomicInteger();
  final JwkSources sources = TestRules.sources();
  final Tenants tenants;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final CountDownLatch hanging = new CountDownLatch(1);

  TestTenants() {
    tenants = keeping(100);
  }

  Tenants keeping(int most) {
    TenantRules rules = new TenantRules(this::answer, most, LIFETIME);
    return new Tenants(rules, sources, Duration.ofSeconds(30), nanos::get);
  }

  private Answer answer(String issuer) {
    asked.computeIfAbsent(issuer, any -> new AtomicInteger()).incrementAndGet();
    return answers.getOrDefault(issuer, Answer.Nobody::new).get();
  }

  int asked(String issuer) {
    return asked.getOrDefault(issuer, new AtomicInteger()).get();
  }

  /** The application vouches for both, each with its key. */
  void vouchForBoth() {
    answers.put(A, vouching("api", KEY_A));
    answers.put(B, vouching("api", KEY_B));
  }

  static Supplier<Answer> vouching(String audience, TestKey key) {
    Map<String, String> said = Map.of("audience", audience, "jwks", key.publicJwk().toString());
    return () -> new Answer.Vouched(TestRules.tokensFor(audience), keys(key), said);
  }

  /** What {@code answer} says, but not before {@code go}. */
  static Supplier<Answer> after(CountDownLatch go, Supplier<Answer> answer) {
    return () -> {
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return answer.get();
    };
  }

  static KeyLocation keys(TestKey key) {
    return new KeyLocation.Text(
        "{\"keys\":[" + JSONObjectUtils.toJSONString(key.publicJwk()) + "]}");
  }

  /** Comes to no end until it is interrupted, or the test is over. */
  Answer hang() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
    }
    return new Answer.Nobody();
  }

  static Answer fail() {
    throw new IllegalStateException("the tenants' database is down");
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  TokenVerifier verifier() {
    return verifier(tenants);
  }

  /** One that remembers tokens. */
  static TokenVerifier verifier(Tenants found) {
    TokenRules rules = TestRules.keeping(100, 1024 * 1024);
    return new TokenVerifier(List.of(), Optional.of(found), rules, () -> NOW, GateListener.NONE);
  }

  static String token(String issuer, TestKey key) {
    return token(issuer, key, t -> t);
  }

  static String token(String issuer, TestKey key, UnaryOperator<TestToken> change) {
    return MINT.token(t -> change.apply(t.audience("api").claim("iss", issuer).signedWith(key)));
  }

  /** The reason of a refusal, or {@code UNDECIDED}, or {@code ACCEPTED}. */
  static String outcome(TokenVerifier verifier, String token) {
    VerificationResult result = verifier.verify(token);
    if (result instanceof VerificationResult.Rejected rejected) {
      return rejected.rejection().reason().name();
    }
    return result instanceof VerificationResult.Undecided ? "UNDECIDED" : "ACCEPTED";
  }

  @Override
  public void close() {
    hanging.countDown();
    tenants.close();
    sources.close();
  }
}
