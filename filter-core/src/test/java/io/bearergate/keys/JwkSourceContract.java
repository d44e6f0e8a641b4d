package io.bearergate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.test.TestKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every source does, wherever its keys come from. */
abstract class JwkSourceContract {

  /** A source that has this JWK set. */
  abstract JwkSource sourceOf(String jwks);

  @Test
  void findsKeyByItsId() {
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA, TestJwks.EC, TestJwks.ED));

    assertThat(TestJwks.verifies(source, TestJwks.RSA, "rsa")).isTrue();
    assertThat(TestJwks.verifies(source, TestJwks.EC, "ec")).isTrue();
    assertThat(TestJwks.verifies(source, TestJwks.ED, "ed")).isTrue();
  }

  @Test
  void offersEveryFittingKeyToTokenWithoutId() {
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA, TestJwks.EC));

    assertThat(TestJwks.verifies(source, TestJwks.EC, null)).isTrue();
  }

  @Test
  void offersEveryKeyOfRepeatedId() {
    TestKey other = TestKey.generate("RS256", "rsa");
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA, other));

    assertThat(TestJwks.verifies(source, TestJwks.RSA, "rsa")).isTrue();
    assertThat(TestJwks.verifies(source, other, "rsa")).isTrue();
  }

  @Test
  void offersAtMostFourKeys() {
    TestKey[] five = new TestKey[5];
    for (int i = 0; i < five.length; i++) {
      five[i] = TestKey.generate("ES256", "same");
    }

    KeyLookup found = sourceOf(TestJwks.of(five)).keysFor("same", JwsAlgorithm.ES256);

    assertThat(((KeyLookup.Found) found).keys()).hasSize(KeyLookup.MOST_KEYS);
  }

  @Test
  void offersNoKeyOfAnotherType() {
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA));

    assertThat(source.keysFor("rsa", JwsAlgorithm.ES256)).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void offersNoKeyOfAnotherAlgorithmThanItsOwn() {
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA));

    assertThat(source.keysFor("rsa", JwsAlgorithm.PS256)).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void answersUnknownForIdNoKeyHas() {
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA));

    assertThat(source.keysFor("other", JwsAlgorithm.RS256)).isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void answersUnknownForOverlongId() {
    JwkSource source = sourceOf(TestJwks.of(TestJwks.RSA));

    assertThat(source.keysFor("x".repeat(10_000), JwsAlgorithm.RS256))
        .isEqualTo(new KeyLookup.Unknown());
  }

  @Test
  void offersKeyWithoutIdOnlyToTokenWithout() {
    JwkSource source = sourceOf(TestJwks.ofMembers(TestJwks.jwk(TestJwks.RSA, "kid", null)));

    assertThat(TestJwks.verifies(source, TestJwks.RSA, null)).isTrue();
    assertThat(TestJwks.verifies(source, TestJwks.RSA, "rsa")).isFalse();
  }

  @Test
  void keepsGoodKeysBesideBadOnes() {
    Map<String, Object> bad = TestJwks.jwk(TestJwks.EC, "y", "AAAA");
    JwkSource source =
        sourceOf(TestJwks.ofMembers(bad, "text", Map.of("kty", "QR"), TestJwks.RSA.publicJwk()));

    assertThat(TestJwks.verifies(source, TestJwks.RSA, "rsa")).isTrue();
    assertThat(source.keysFor("ec", JwsAlgorithm.ES256)).isEqualTo(new KeyLookup.Unknown());
  }
}
