package io.bearergate.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolderJwtTest {

  private static final String PAIR = "\uD83D\uDE00";

  /** Two characters that become one octet move all that is behind them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        PAIR + PAIR + PAIR + ".a.b",
        PAIR + PAIR + PAIR + PAIR + PAIR + PAIR + PAIR + PAIR + ".e30.AA",
        "e30." + PAIR + PAIR + PAIR + PAIR + ".",
        "e30.e30" + PAIR + PAIR + PAIR + PAIR + ".AA"
      })
  void isNoneWithSurrogatePairs(String text) {
    assertThat(HolderJwt.parse(text)).isEmpty();
  }
}
