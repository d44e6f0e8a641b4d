package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDigestTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 129, 256, 900, 16_384})
  void isTheSha256OfTheWholeText(int length) throws Exception {
    String text = "Aa0-_.~".repeat(length).substring(0, length);
    byte[] expected =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));

    TokenDigest digest = TokenDigest.of(text, 0);

    assertThat(hex(digest)).isEqualTo(HexFormat.of().formatHex(expected));
    assertThat(digest).hasToString(HexFormat.of().formatHex(expected, 0, 4));
  }

  @Test
  void leavesOutWhatStandsBeforeTheToken() {
    assertThat(TokenDigest.of("Bearer a.b.c", 7)).isEqualTo(TokenDigest.of("a.b.c", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0141", "a\uFF41", "\uD83D\uDE00"})
  void isNoneOfTextThatIsNotOctets(String text) {
    assertThat(TokenDigest.of(text, 0)).isNull();
  }

  private static String hex(TokenDigest digest) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(digest.first())
        + hex.toHexDigits(digest.second())
        + hex.toHexDigits(digest.third())
        + hex.toHexDigits(digest.fourth());
  }
}
