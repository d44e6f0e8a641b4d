package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedTokensTest {

  private static final int MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @CsvSource({"1", "3", "7", "1000"})
  void keepsAsManyAsItMay(int most) {
    VerifiedTokens tokens = within(most, 32 * MEBIBYTE);

    keep(tokens, 2 * most, "");

    assertThat(tokens.count()).isEqualTo(most);
  }

  @Test
  void keepsNoMoreBytesThanItMay() {
    VerifiedTokens tokens = within(10_000, MEBIBYTE);

    keep(tokens, 1_000, "x".repeat(8_000));

    assertThat(tokens.bytes()).isBetween(MEBIBYTE / 2L, (long) MEBIBYTE);
  }

  @Test
  void keepsNoneThatAloneIsTooLarge() {
    VerifiedTokens tokens = within(10_000, 10_000);

    keep(tokens, 1, "x".repeat(8_000));

    assertThat(tokens.count()).isZero();
  }

  @Test
  void countsEveryKindOfClaim() {
    int bare = token("").bytes();

    Map<String, Object> many =
        Map.of("a", Map.of("b", List.of("c", 1L, true)), "sub", "alice", "exp", 2_000_000_000L);

    assertThat(verified(many).bytes()).isGreaterThan(bare + 4 * 72);
    assertThat(token("x".repeat(1000)).bytes()).isGreaterThanOrEqualTo(bare + 1000);
  }

  /** Three characters of a claim are a hundred bytes of a set. */
  @Test
  void countsTheWordsThatAreCutOutOfAClaim() {
    int bare = token("").bytes();
    int words = 1000;
    String scope =
        IntStream.range(0, words)
            .mapToObj(i -> Integer.toString(i, 36))
            .collect(Collectors.joining(" "));

    assertThat(verified(Map.of("scope", scope)).bytes()).isGreaterThan(bare + words * 100);
  }

  @Test
  void countsTheKeyId() {
    VerifiedToken few = verified(Map.of(), "k");
    VerifiedToken many = verified(Map.of(), "k".repeat(8_000));

    assertThat(many.bytes()).isGreaterThan(few.bytes() + 8_000 - 1);
  }

  @Test
  void forgetsWhatIsDropped() {
    VerifiedTokens tokens = within(10, MEBIBYTE);
    TokenDigest digest = TokenDigest.of("a.b.c", 0);
    tokens.keep(digest, token(""));

    tokens.drop(digest);

    assertThat(tokens.get(digest)).isNull();
  }

  private static VerifiedTokens within(int tokens, int bytes) {
    return VerifiedTokens.within(new TokenRules.Kept(tokens, bytes)).orElseThrow();
  }

  private static void keep(VerifiedTokens tokens, int many, String padding) {
    IntStream.range(0, many)
        .forEach(i -> tokens.keep(TokenDigest.of("token-" + i, 0), token(padding)));
  }

  private static VerifiedToken token(String padding) {
    return verified(Map.of("sub", "alice", "padding", padding));
  }

  private static VerifiedToken verified(Map<String, Object> claims) {
    return verified(claims, "key");
  }

  private static VerifiedToken verified(Map<String, Object> claims, String keyId) {
    Issuer issuer =
        TestRules.issuer("https://issuer.test/", (asked, algorithm) -> new KeyLookup.Unknown());
    return new VerifiedToken(
        new VerificationResult.Accepted(TestTokens.with(claims)),
        Trusted.by(issuer, Duration.ZERO),
        new VerifiedToken.Signed(keyId, JwsAlgorithm.RS256, 1),
        new VerifiedToken.Period(Instant.EPOCH, Instant.EPOCH));
  }
}
