package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 9449 section 9: nonces of a step of 60 s")
class DpopNoncesTest {

  private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private static final byte[] OURS = secret(1);
  private static final byte[] OTHERS = secret(2);

  private static byte[] secret(int fill) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) fill);
    return secret;
  }

  private static DpopNonces at(long second, byte[]... secrets) {
    return new DpopNonces(
        NonceKeys.of(List.of(secrets)), Duration.ofSeconds(60), () -> BEGIN.plusSeconds(second));
  }

  @ParameterizedTest(name = "{0} s later: good {1}, old {2}")
  @CsvSource({
    "-61, false, false",
    "-60, true, false",
    "0, true, false",
    "59, true, false",
    "60, true, true",
    "119, true, true",
    "120, false, false"
  })
  void takesNonceOfThisStepOfTheOneBeforeAndOfANodeThatIsAhead(
      long later, boolean good, boolean old) {
    String nonce = at(0, OURS).fresh();

    assertThat(at(later, OURS).isGood(nonce)).isEqualTo(good);
    assertThat(at(later, OURS).isOld(nonce)).isEqualTo(old);
  }

  @Test
  void givesAnotherNonceInTheNextStep() {
    assertThat(at(60, OURS).fresh()).isNotEqualTo(at(59, OURS).fresh());
    assertThat(at(59, OURS).fresh()).isEqualTo(at(0, OURS).fresh());
  }

  @Test
  @DisplayName("a nonce is of the characters that RFC 9449 section 8.1 allows")
  void makesNoncesOfAllowedCharacters() {
    assertThat(at(0, OURS).fresh()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void takesNonceOfAnotherNodeWithTheSameKey() {
    assertThat(at(0, OURS).isGood(at(0, OURS).fresh())).isTrue();
  }

  @Test
  void refusesNonceOfAnotherKey() {
    assertThat(at(0, OURS).isGood(at(0, OTHERS).fresh())).isFalse();
  }

  @Test
  void takesNonceOfAKeyThatIsBeingReplacedAndGivesOneOfTheNewKey() {
    DpopNonces both = at(0, OTHERS, OURS);

    assertThat(both.isGood(at(0, OURS).fresh())).isTrue();
    assertThat(both.isOld(at(0, OURS).fresh())).isTrue();
    assertThat(both.fresh()).isEqualTo(at(0, OTHERS).fresh());
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "'é'", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesWhatIsNoNonceOfOurs(String nonce) {
    assertThat(at(0, OURS).isGood(nonce)).isFalse();
  }

  @Test
  void makesAnotherKeyAtEveryStart() {
    assertThat(NonceKeys.random().noncesOf(1)).isNotEqualTo(NonceKeys.random().noncesOf(1));
  }

  @Test
  void refusesShortSecret() {
    assertThatIllegalArgumentException().isThrownBy(() -> NonceKeys.of(List.of(new byte[31])));
    assertThatIllegalArgumentException().isThrownBy(() -> NonceKeys.of(List.of()));
  }

  @Test
  void printsNoSecret() {
    assertThat(NonceKeys.of(List.of(OURS))).hasToString("NonceKeys");
  }
}
