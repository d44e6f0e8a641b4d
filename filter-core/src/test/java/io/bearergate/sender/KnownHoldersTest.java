package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.token.HolderJwt;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KnownHoldersTest {

  private static final TestKey HOLDER = TestKey.generate("ES256", "holder");
  private static final TestKey STRANGER = TestKey.generate("ES256", "stranger");

  private final KnownHolders known = new KnownHolders();

  private static String proof(TestKey key, UnaryOperator<TestProof> change) {
    TestProof proof = TestProof.of(key, "GET", "https://api.example.com/a", "token", Instant.EPOCH);
    return change.apply(proof).compact();
  }

  private HolderJwt parsed(String compact, String thumbprint) {
    return known.parse(compact, thumbprint).orElseThrow();
  }

  private HolderJwt met() {
    String first = proof(HOLDER, p -> p);
    HolderJwt parsed = parsed(first, HOLDER.thumbprint());
    assertThat(known.isOf(HOLDER.thumbprint(), parsed, first)).isTrue();
    return parsed;
  }

  @Test
  void knowsAHolderAgainByTheHeader() {
    HolderJwt first = met();
    String next = proof(HOLDER, p -> p);

    HolderJwt again = parsed(next, HOLDER.thumbprint());

    assertThat(again.holder()).isSameAs(first.holder());
    assertThat(again.isSignedByItsKey()).isTrue();
    assertThat(known.isOf(HOLDER.thumbprint(), again, next)).isTrue();
  }

  @Test
  void verifiesEachSignatureAnew() {
    met();
    String forged = proof(HOLDER, p -> p.signedWith(STRANGER));

    assertThat(parsed(forged, HOLDER.thumbprint()).isSignedByItsKey()).isFalse();
  }

  @Test
  void takesNoHolderForThatOfAnotherToken() {
    met();
    String good = proof(HOLDER, p -> p);

    HolderJwt parsed = parsed(good, STRANGER.thumbprint());

    assertThat(known.isOf(STRANGER.thumbprint(), parsed, good)).isFalse();
  }

  @Test
  void looksAtTheHeaderAnewWhenAnythingInItIsAnother() {
    HolderJwt first = met();
    String other = proof(HOLDER, p -> p.header("kid", "x"));
    Map<String, Object> secret = new LinkedHashMap<>(HOLDER.bareJwk());
    secret.put("d", "AAAA");
    String exposed = proof(HOLDER, p -> p.header("jwk", secret));

    assertThat(parsed(other, HOLDER.thumbprint()).holder()).isNotSameAs(first.holder());
    assertThat(parsed(exposed, HOLDER.thumbprint()).isSignedByItsKey()).isFalse();
  }

  @Test
  void refusesWhatIsNoProofThoughItsHeaderIsKnown() {
    met();
    String header = HolderJwt.headerOf(proof(HOLDER, p -> p));

    assertThat(known.parse(header, HOLDER.thumbprint())).isEmpty();
    assertThat(known.parse(header + ".", HOLDER.thumbprint())).isEmpty();
    assertThat(known.parse(header + ".e30", HOLDER.thumbprint())).isEmpty();
    assertThat(known.parse(header + ".e30.AA.AA", HOLDER.thumbprint())).isEmpty();
    assertThat(known.parse("." + header, HOLDER.thumbprint())).isEmpty();
  }

  @Test
  void keepsNoStranger() {
    String foreign = proof(STRANGER, p -> p);
    HolderJwt parsed = parsed(foreign, HOLDER.thumbprint());

    assertThat(known.isOf(HOLDER.thumbprint(), parsed, foreign)).isFalse();
    assertThat(parsed(foreign, HOLDER.thumbprint()).holder()).isNotSameAs(parsed.holder());
  }
}
