package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.TestRequest;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.sender.SenderResult.Held;
import io.bearergate.sender.SenderResult.Refused;
import io.bearergate.sender.SenderRules.Dpop;
import io.bearergate.sender.SenderRules.Use;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9449 section 9: a proof with a nonce of ours")
class NonceBindingTest {

  private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
  private static final TestKey HOLDER = TestKey.generate("ES256", "holder");
  private static final NonceKeys KEYS = NonceKeys.random();

  private static SenderResult check(
      Instant now, SeenProofs seen, String thumbprint, UnaryOperator<TestProof> change) {
    Dpop rules =
        new Dpop(
            Use.ALLOWED,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            List.of(JwsAlgorithm.ES256),
            Optional.empty(),
            Optional.of(KEYS));
    TestProof proof = TestProof.of(HOLDER, "GET", "https://api.example.com/a", "token", now);
    return new DpopBinding(
            new DpopProof(rules, () -> now),
            new KnownHolders(),
            Optional.of(nonces(now)),
            seen,
            rules.lifetime())
        .check(
            thumbprint,
            new Presented(Scheme.DPOP, "token"),
            new TestRequest("GET", "/a").with("DPoP", change.apply(proof).compact()));
  }

  private static SenderResult check(Instant now, UnaryOperator<TestProof> change) {
    return check(now, (key, id, time) -> SeenProofs.Use.FIRST, HOLDER.thumbprint(), change);
  }

  private static DpopNonces nonces(Instant now) {
    return new DpopNonces(KEYS, Duration.ofSeconds(60), () -> now);
  }

  private static SeenProofs.Use neverAsked(String key, String id, Duration lifetime) {
    throw new AssertionError("a refused proof must not be noted");
  }

  @Test
  void holdsWithThePresentNonce() {
    SenderResult result = check(BEGIN, p -> p.claim("nonce", nonces(BEGIN).fresh()));

    assertThat(result).isEqualTo(new Held(Map.of()));
  }

  @Test
  void holdsWithThePreviousNonceAndGivesThePresentOne() {
    Instant later = BEGIN.plusSeconds(60);

    SenderResult result = check(later, p -> p.claim("nonce", nonces(BEGIN).fresh()));

    assertThat(result)
        .isEqualTo(
            new Held(Map.of("DPoP-Nonce", nonces(later).fresh(), "Cache-Control", "no-store")));
  }

  @Test
  void asksForOneWhereThereIsNone() {
    assertAsked(check(BEGIN, p -> p));
  }

  @Test
  void asksForAnotherWhereItIsTooOld() {
    assertAsked(check(BEGIN, p -> p.claim("nonce", nonces(BEGIN.minusSeconds(120)).fresh())));
  }

  @Test
  void asksForOneWhereItIsNoText() {
    assertAsked(check(BEGIN, p -> p.claim("nonce", List.of(nonces(BEGIN).fresh()))));
  }

  private static void assertAsked(SenderResult result) {
    Refused refused = (Refused) result;
    assertThat(refused.rejection().reason()).isEqualTo(Reason.NONCE_NOT_CURRENT);
    assertThat(refused.responseHeaders()).isEqualTo(Map.of("DPoP-Nonce", nonces(BEGIN).fresh()));
  }

  @Test
  void tellsNoNonceWhereTheProofIsAtFaultOtherwise() {
    SenderResult result = check(BEGIN, p -> p.claim("htm", "POST"));

    assertThat(((Refused) result).rejection().reason()).isEqualTo(Reason.PROOF_FOR_OTHER_REQUEST);
    assertThat(((Refused) result).responseHeaders()).isEmpty();
  }

  @Test
  @DisplayName("section 11.1: iat counts beside the nonce")
  void refusesOldProofThoughItsNonceIsGood() {
    SenderResult result =
        check(
            BEGIN,
            p ->
                p.claim("iat", BEGIN.minusSeconds(61).getEpochSecond())
                    .claim("nonce", nonces(BEGIN).fresh()));

    assertThat(((Refused) result).rejection().reason()).isEqualTo(Reason.PROOF_NOT_CURRENT);
  }

  @Test
  void tellsStrangersNoNonce() {
    SenderResult result = check(BEGIN, NonceBindingTest::neverAsked, "x".repeat(43), p -> p);

    assertThat(((Refused) result).rejection().reason()).isEqualTo(Reason.WRONG_PROOF_KEY);
  }

  @Test
  void doesNotUseUpTheProofThatIsToComeAgain() {
    assertAsked(check(BEGIN, NonceBindingTest::neverAsked, HOLDER.thumbprint(), p -> p));
  }

  @Test
  void givesNoNonceToAReplay() {
    SenderResult result =
        check(
            BEGIN.plusSeconds(60),
            (key, id, time) -> SeenProofs.Use.REPLAYED,
            HOLDER.thumbprint(),
            p -> p.claim("nonce", nonces(BEGIN).fresh()));

    assertThat(((Refused) result).rejection().reason()).isEqualTo(Reason.PROOF_REPLAYED);
    assertThat(((Refused) result).responseHeaders()).isEmpty();
  }
}
