package io.bearergate.token;

import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import io.bearergate.keys.JwkSource;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.keys.KeyLookup;
import io.bearergate.test.TestIssuer;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a verifier that many tokens come to")
class TokenFloodTest {

  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final int SEED = 4711;

  /** Takes a signature of one octet, so that thousands of tokens can be signed. */
  private static final JwkSource ONE_OCTET =
      (keyId, algorithm) ->
          new KeyLookup.Found(List.of((used, input, signature) -> signature.length == 1), 1);

  @AutoClose private static final TestIssuer issuer = TestIssuer.start(CLOCK);

  @AutoClose private final JwkSources sources = TestRules.sources();
  private final CountedKeys keys =
      new CountedKeys(
          sources.open(issuer.issuer(), new KeyLocation.Text(issuer.jwks())), issuer.key().keyId());
  private final AtomicInteger reused = new AtomicInteger();
  private final Random random = new Random(SEED);

  @Test
  void remembersNoMoreGoodTokensThanItMay() {
    TokenVerifier verifier = keeping(500, ONE_OCTET);
    List<String> tokens =
        new ArrayList<>(IntStream.range(0, 12_000).mapToObj(this::distinct).toList());

    assertThat(tokens).allMatch(token -> verifier.verify(token) instanceof Accepted);
    assertThat(reused).hasValue(0);

    Collections.reverse(tokens); // the last one has displaced others, and none displaced it
    assertThat(tokens).allMatch(token -> verifier.verify(token) instanceof Accepted);
    assertThat(reused.get()).isBetween(1, 500);
  }

  @Test
  void remembersNoneThatFailsAtItsSignature() {
    TokenVerifier verifier = keeping(10_000, keys);
    String good = issuer.token(token -> token.audience("api"));
    List<String> forged = IntStream.range(0, 1_500).mapToObj(i -> forged(good)).toList();

    assertThat(forged).allMatch(token -> verifier.verify(token) instanceof Rejected);
    assertThat(forged).allMatch(token -> verifier.verify(token) instanceof Rejected);

    assertThat(keys.verified()).isEqualTo(2 * 1_500);
    assertThat(reused).hasValue(0);
  }

  @Test
  void losesNoGoodTokenToAnyNumberOfBadOnes() {
    TokenVerifier verifier = keeping(1, keys);
    String good = issuer.token(token -> token.audience("api"));
    verifier.verify(good);

    for (int i = 0; i < 50_000; i++) {
      assertThat(verifier.verify(random(60))).isInstanceOf(Rejected.class);
    }
    for (int i = 0; i < 500; i++) {
      assertThat(verifier.verify(forged(good))).isInstanceOf(Rejected.class);
    }

    assertThat(verifier.verify(good)).isInstanceOf(Accepted.class);
    assertThat(reused).hasValue(1);
  }

  @Test
  void takesNoTokenOfAKeyThatIsGoneWhileManyThreadsPresentIt() throws Exception {
    TokenVerifier verifier = keeping(10_000, keys);
    String token = issuer.token(t -> t.audience("api"));
    AtomicBoolean ending = new AtomicBoolean();
    AtomicBoolean gone = new AtomicBoolean();
    Callable<List<String>> presenter =
        () -> {
          List<String> faults = new ArrayList<>();
          for (int left = 500; left > 0; left -= gone.get() ? 1 : 0) {
            boolean afterwards = gone.get();
            boolean accepted = verifier.verify(token) instanceof Accepted;
            if (accepted ? afterwards : !ending.get()) {
              faults.add(accepted ? "taken after its key was gone" : "refused before");
            }
          }
          return faults;
        };

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<String>>> presented =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(presenter)).toList();
      while (reused.get() < 5_000) {
        Thread.onSpinWait();
      }
      ending.set(true);
      keys.answer(new KeyLookup.Unknown());
      gone.set(true);
      for (Future<List<String>> faults : presented) {
        assertThat(faults.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private TokenVerifier keeping(int most, JwkSource source) {
    GateListener listener =
        new GateListener() {
          @Override
          public void verifiedTokenReused() {
            reused.incrementAndGet();
          }
        };
    return new TokenVerifier(
        List.of(TestRules.issuer(issuer.issuer(), source)),
        TestRules.keeping(most, 32 << 20),
        CLOCK,
        listener);
  }

  private String distinct(int number) {
    String claims =
        """
        {"iss":"%s","sub":"user-%d","aud":"api","exp":%d}"""
            .formatted(issuer.issuer(), number, NOW.getEpochSecond() + 300);
    return part("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + part(claims) + ".AQ";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same token under a signature that nobody made. */
  private String forged(String token) {
    String signed = token.substring(0, token.lastIndexOf('.') + 1);
    byte[] signature = new byte[256];
    random.nextBytes(signature);
    return signed + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private String random(int octets) {
    byte[] part = new byte[octets];
    random.nextBytes(part);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    return text + "." + text + "." + text;
  }
}
