package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.Setting;
import io.bearergate.contract.attack.ProofTarget;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code dpop-nonce=on} a proof needs a nonce of ours (RFC 9449 §9). */
public abstract class NonceContract extends SharedApiContract {

  private static final String KEY = "bm9uY2VzLW9mLXRoaXMtY2x1c3Rlci1hcmUtbWFkZS1vZi1pdA";

  private final TestKey holder = TestKey.generate("ES256", "holder");
  private final TestKey stranger = TestKey.generate("ES256", "stranger");

  @Override
  TestApi.Plan plan() {
    return api()
        .set(Setting.DPOP_NONCE, "on")
        .set(Setting.DPOP_NONCE_KEY, KEY)
        .serving("/*", new Echo("other"));
  }

  private ProofTarget target() {
    return new ProofTarget(api.base(), api.now(), holder, stranger, api::token);
  }

  private RawRequest request(Object nonce) {
    return target().request(p -> p.claim("nonce", nonce));
  }

  /** What the API asks for now. */
  private String nonce() {
    Answer asked = api.send(target().request(p -> p));
    Refusal.C4_NONCE.isGivenBy(asked);
    return asked.header("DPoP-Nonce");
  }

  @Test
  @DisplayName("RS.11 a proof without a nonce is asked for one, and admitted with it")
  void asksForNonceAndTakesIt() {
    String nonce = nonce();

    Answer answer = api.send(request(nonce));

    assertThat(answer.told("auth")).isEqualTo("DPoP");
    assertThat(answer.headers("DPoP-Nonce")).isEmpty();
  }

  @Test
  @DisplayName("RS.11 a nonce of the previous step is taken, and the present one given, uncached")
  void renewsNonceOfPreviousStep() {
    String nonce = nonce();
    api.clock().advance(Duration.ofSeconds(60));
    String next = nonce();

    Answer answer = api.send(request(nonce));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("DPoP-Nonce")).containsExactly(next);
    assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    assertThat(next).isNotEqualTo(nonce);
  }

  @Test
  @DisplayName("RS.11 − a nonce older than that is refused, with another")
  void refusesOldNonce() {
    String nonce = nonce();
    api.clock().advance(Duration.ofMinutes(2));

    Answer answer = api.send(request(nonce));

    Refusal.C4_NONCE.isGivenBy(answer);
    assertThat(answer.header("DPoP-Nonce")).isEqualTo(nonce()).isNotEqualTo(nonce);
  }

  Stream<Named<Object>> wrong() {
    return Stream.of(
        Named.of("empty", ""),
        Named.of("made up", "A".repeat(43)),
        Named.of("a number", 1),
        Named.of("the word null", "null"),
        Named.of("a list of one", List.of("A")),
        Named.of("an object", Map.of("nonce", "A")),
        Named.of("of 5 thousand characters", "A".repeat(5000)));
  }

  @ParameterizedTest(name = "RS.11 − a nonce {0}")
  @MethodSource("wrong")
  void refusesWhatIsNoNonceOfOurs(Object nonce) {
    Refusal.C4_NONCE.isGivenBy(api.send(request(nonce)));
  }

  @Test
  @DisplayName("RS.11 − a nonce in the header of the proof is none")
  void refusesNonceOutsideTheClaims() {
    String nonce = nonce();

    Refusal.C4_NONCE.isGivenBy(api.send(target().request(p -> p.header("nonce", nonce))));
  }

  @Test
  @DisplayName("RS.11 − the nonce excuses no other fault, and none is given for one")
  void excusesNothing() {
    String nonce = nonce();
    long old = api.now().getEpochSecond() - 61;

    Answer answer = api.send(target().request(p -> p.claim("iat", old).claim("nonce", nonce)));
    Answer without = api.send(target().request(p -> p.claim("htm", "POST")));

    Refusal.C4.isGivenBy(answer);
    Refusal.C4.isGivenBy(without);
    assertThat(without.headers("DPoP-Nonce")).isEmpty();
  }

  @Test
  @DisplayName("RS.11 − who has not the token's key gets no nonce")
  void givesStrangersNoNonce() {
    RawRequest foreign = api.proven("GET", "/api/whoami", stranger, target().bound());

    Answer answer = api.send(foreign);

    Refusal.C1D.isGivenBy(answer);
    assertThat(answer.headers("DPoP-Nonce")).isEmpty();
  }

  @Test
  @DisplayName("RS.11 − a proof with a good nonce is good for one request")
  void refusesReplay() {
    RawRequest request = request(nonce());

    assertThat(api.send(request).status()).isEqualTo(200);
    Refusal.C4.isGivenBy(api.send(request));
  }

  @Test
  @DisplayName("RFC 9449 § 8.2 a page's script may read the nonce")
  void showsNonceToScripts() {
    Answer answer = api.send(target().request(p -> p).header("Origin", "https://app.example.com"));

    Refusal.C4_NONCE.isGivenBy(answer);
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("DPoP-Nonce");
  }

  @Test
  @DisplayName("RS.11 + nodes with one key take each other's nonces")
  void takesNonceOfAnotherNode() {
    try (TestApi other = plan().start()) {
      ProofTarget there =
          new ProofTarget(other.base(), other.now(), holder, stranger, other::token);

      assertThat(other.send(there.request(p -> p.claim("nonce", nonce()))).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("RS.11 − nodes with keys of their own do not")
  void refusesNonceOfAnotherKey() {
    try (TestApi other = plan().set(Setting.DPOP_NONCE_KEY, "x".repeat(42) + "A").start()) {
      ProofTarget there =
          new ProofTarget(other.base(), other.now(), holder, stranger, other::token);

      Refusal.C4_NONCE.isGivenBy(other.send(there.request(p -> p.claim("nonce", nonce()))));
    }
  }

  @Test
  @DisplayName("a plain token needs no nonce")
  void asksPlainTokensForNothing() {
    Answer answer = api.get("/api/whoami", api.token());

    assertThat(answer.told("auth")).isEqualTo("Bearer");
    assertThat(answer.headers("DPoP-Nonce")).isEmpty();
  }
}
