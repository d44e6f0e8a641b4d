package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

  private static final List<String> NAMES = List.of("issuer", "audience", "jwks-uri", "rules");

  @ParameterizedTest
  @CsvSource({
    "isuer, issuer",
    "isseur, issuer",
    "issuers, issuer",
    "jwks-url, jwks-uri",
    "audiense, audience",
    "rule, rules",
    "ruels, rules",
  })
  void findsTheNameThatWasMeant(String typed, String meant) {
    assertThat(NearestName.to(typed, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "secret", "colour"})
  void guessesNothingFarOff(String typed) {
    assertThat(NearestName.to(typed, NAMES)).isEmpty();
  }
}
