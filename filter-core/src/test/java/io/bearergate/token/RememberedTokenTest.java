package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.BOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.EXPIRED;
import static io.bearergate.rejection.Rejection.Reason.ISSUED_IN_FUTURE;
import static io.bearergate.rejection.Rejection.Reason.NOT_YET_VALID;
import static io.bearergate.rejection.Rejection.Reason.UNKNOWN_KEY;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.event.GateListener;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.keys.KeyLookup;
import io.bearergate.rejection.Rejection;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import io.bearergate.token.VerificationResult.Undecided;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a token that was found good before")
class RememberedTokenTest {

  private static final Duration LEEWAY = Duration.ofSeconds(30);

  @AutoClose private static final TestIssuer issuer = TestIssuer.start(InstantSource.fixed(NOW));

  @AutoClose private final JwkSources sources = TestRules.sources();

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final AtomicInteger reused = new AtomicInteger();
  private final CountedKeys keys =
      new CountedKeys(
          sources.open(issuer.issuer(), new KeyLocation.Text(issuer.jwks())), issuer.key().keyId());
  private final TokenVerifier verifier = keeping(10_000, 32 << 20);

  @Test
  void isVerifiedOnce() {
    String token = token(t -> t);

    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

    assertThat(keys.verified()).isEqualTo(1);
  }

  @Test
  void saysTheSameAgain() {
    String token = token(t -> t);

    assertThat(accepted(token).claims()).isSameAs(accepted(token).claims());
  }

  private AccessToken accepted(String token) {
    return ((Accepted) verifier.verify(token)).token();
  }

  @Test
  void tellsTheListenerThatItWasReused() {
    String token = token(t -> t);

    verifier.verify(token);
    assertThat(reused).hasValue(0);

    verifier.verify(token);
    assertThat(reused).hasValue(1);
  }

  @Test
  void isAcceptedWhateverTheListenerThrows() {
    TokenVerifier told =
        new TokenVerifier(
            List.of(TestRules.issuer(issuer.issuer(), keys)),
            TestRules.keeping(10, 32 << 20),
            clock::get,
            new GateListener() {
              @Override
              public void verifiedTokenReused() {
                throw new IllegalStateException("a meter is gone");
              }
            });
    String token = token(t -> t);
    told.verify(token);

    assertThat(told.verify(token)).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 33554432", "10000, 0"})
  void isVerifiedEachTimeWhereNoneIsKept(int tokens, int bytes) {
    TokenVerifier forgetful = keeping(tokens, bytes);
    String token = token(t -> t);

    forgetful.verify(token);
    forgetful.verify(token);

    assertThat(keys.verified()).isEqualTo(2);
  }

  @Test
  void isRememberedByOneVerifierOnly() {
    String token = token(t -> t);

    verifier.verify(token);
    keeping(10_000, 32 << 20).verify(token);

    assertThat(keys.verified()).isEqualTo(2);
  }

  @Test
  void isGoodUntilTheSecondItExpires() {
    String token = token(t -> t.expiringAt(NOW.plusSeconds(60)));
    verifier.verify(token);

    clock.set(NOW.plusSeconds(59).plus(LEEWAY));
    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

    clock.set(NOW.plusSeconds(60).plus(LEEWAY));
    assertThat(reason(verifier.verify(token))).isEqualTo(EXPIRED);
    assertThat(keys.verified()).isEqualTo(2);
  }

  @Test
  void isRefusedWhenTheClockIsSetBackBeforeItsBeginning() {
    String token = token(t -> t.claim("nbf", NOW.getEpochSecond()).claim("iat", 0));
    verifier.verify(token);

    clock.set(NOW.minus(LEEWAY));
    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

    clock.set(NOW.minus(LEEWAY).minusSeconds(1));
    assertThat(reason(verifier.verify(token))).isEqualTo(NOT_YET_VALID);
  }

  @Test
  void isRefusedWhenTheClockIsSetBackBeforeItsIssue() {
    String token = token(t -> t);
    verifier.verify(token);

    clock.set(NOW.minus(LEEWAY).minusSeconds(1));

    assertThat(reason(verifier.verify(token))).isEqualTo(ISSUED_IN_FUTURE);
  }

  @Test
  void endsWithItsKey() {
    String token = token(t -> t);
    verifier.verify(token);

    keys.answer(new KeyLookup.Unknown());

    assertThat(reason(verifier.verify(token))).isEqualTo(UNKNOWN_KEY);
  }

  @Test
  void isVerifiedAnewByAnotherSetOfKeys() {
    String token = token(t -> t);
    verifier.verify(token);

    keys.rotate();

    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
    assertThat(keys.verified()).isEqualTo(2);
  }

  @Test
  void isRefusedWhenItsKeyIdNamesAnotherKeyNow() {
    String token = token(t -> t);
    verifier.verify(token);

    keys.answer(new KeyLookup.Found(List.of((algorithm, input, signature) -> false), 2));

    assertThat(reason(verifier.verify(token))).isEqualTo(BAD_SIGNATURE);
  }

  @Test
  void isUndecidedAsSoonAsThereAreNoKeysToJudgeBy() {
    String token = token(t -> t);
    verifier.verify(token);

    keys.answer(new KeyLookup.Unavailable(Duration.ofSeconds(5)));

    assertThat(verifier.verify(token)).isEqualTo(new Undecided(Duration.ofSeconds(5)));
  }

  @Test
  void isStillRefusedWithoutProofWhenItIsBound() {
    String token = token(t -> t.boundTo(issuer.key()));

    assertThat(verifier.verifyExceptBinding(token)).isInstanceOf(Accepted.class);
    assertThat(reason(verifier.verify(token))).isEqualTo(BOUND_TOKEN);
    assertThat(keys.verified()).isEqualTo(1);
  }

  @Test
  @DisplayName("is not taken for one that differs in any one character")
  void isNotTakenForAnother() {
    String token = token(t -> t);
    verifier.verify(token);

    List<String> taken =
        IntStream.range(0, token.length())
            .mapToObj(at -> altered(token, at))
            .filter(other -> verifier.verify(other) instanceof Accepted)
            .toList();

    assertThat(taken).isEmpty();
  }

  /** The last bit that counts: another one would make the last character not canonical. */
  private static String altered(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'Q' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "=", ".", "\n", "A"})
  void isNotTakenForOneWithMoreBehindIt(String more) {
    String token = token(t -> t);
    verifier.verify(token);

    assertThat(verifier.verify(token + more)).isInstanceOf(Rejected.class);
  }

  @Test
  void isNotTakenForOneWhoseCharactersHaveTheSameLowOctets() {
    String token = token(t -> t);
    verifier.verify(token);

    String alike = (char) (token.charAt(0) + 0x100) + token.substring(1);

    assertThat(verifier.verify(alike)).isInstanceOf(Rejected.class);
  }

  @Test
  void isNotRememberedWhenItWasRefused() {
    String token = token(t -> t.audience("other"));

    assertThat(verifier.verify(token)).isInstanceOf(Rejected.class);
    assertThat(verifier.verify(token)).isInstanceOf(Rejected.class);

    assertThat(keys.verified()).isEqualTo(2);
    assertThat(reused).hasValue(0);
  }

  @Test
  void isGoodForManyThreadsAtOnce() {
    String token = token(t -> t);

    List<VerificationResult> results =
        IntStream.range(0, 1000).parallel().mapToObj(i -> verifier.verify(token)).toList();

    assertThat(results).allMatch(Accepted.class::isInstance);
    assertThat(keys.verified() + reused.get()).isEqualTo(1000);
  }

  private TokenVerifier keeping(int tokens, int bytes) {
    GateListener listener =
        new GateListener() {
          @Override
          public void verifiedTokenReused() {
            reused.incrementAndGet();
          }
        };
    return new TokenVerifier(
        List.of(TestRules.issuer(issuer.issuer(), keys)),
        TestRules.keeping(tokens, bytes),
        clock::get,
        listener);
  }

  private static String token(UnaryOperator<TestToken> change) {
    return issuer.token(token -> change.apply(token.audience("api")));
  }

  private static Rejection.Reason reason(VerificationResult result) {
    return ((Rejected) result).rejection().reason();
  }
}
